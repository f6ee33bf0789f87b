import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing } from '@/utils/keyboard/is-composing';
import type { ChatModel } from '@/utils/models/chat-model';
import { favouritesFirst } from '@/utils/models/favourites-first';
import { searchModels } from '@/utils/models/search-models';
import { ModelOption } from './model-option';

/** More would only slow the list down; the search finds the rest. */
const MAXIMUM_SHOWN = 50;

/**
 * The model as a searchable combobox (WAI-ARIA APG, editable combobox with list autocomplete): the field
 * shows the choice, typing searches, Enter takes, Escape leaves everything as it was. Opening alone changes
 * nothing: until something is typed or moved, the model in use is the active one and Enter only closes.
 */
export function ModelPicker(props: {
  models: readonly ChatModel[] | undefined;
  /** In use now. */
  model: ChatModel | undefined;
  recommendedId: string | undefined;
  /** Ids; these come first. */
  favourites: readonly string[];
  onChoose: (id: string) => void;
}) {
  const query = useSignal<string | undefined>(undefined);
  /** Id of the model that the arrows have reached. */
  const reached = useSignal<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const isOpen = query.value !== undefined;
  const found = isOpen
    ? favouritesFirst(searchModels(props.models ?? [], query.value ?? ''), props.favourites).slice(
        0,
        MAXIMUM_SHOWN,
      )
    : [];
  const hasTyped = query.value !== undefined && query.value.trim() !== '';
  // By id: the list may change while it is open.
  const activeId = reached.value ?? (hasTyped ? found[0]?.id : props.model?.id);
  const active = found.findIndex(({ id }) => id === activeId);

  const search = (text: string) => {
    query.value = text;
    reached.value = undefined;
  };
  const close = () => {
    query.value = undefined;
  };
  const choose = (model: ChatModel | undefined) => {
    if (model) props.onChoose(model.id);
    close();
    input.current?.select();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) search('');
      else reached.value = found[Math.max(0, Math.min(found.length - 1, active + step))]?.id;
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      choose(hasTyped || reached.value !== undefined ? found[active] : undefined);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <div class="model">
      <label class="field-inline">
        <span>{i18n.t('model.label')}</span>
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls="model-list"
          aria-autocomplete="list"
          aria-activedescendant={active < 0 ? undefined : `model-${active}`}
          autocomplete="off"
          spellcheck={false}
          placeholder={props.models ? i18n.t('model.search') : i18n.t('model.loading')}
          value={query.value ?? props.model?.id ?? ''}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => {
            if (!isOpen) search('');
          }}
          onInput={(event) => search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
      </label>
      <ul
        id="model-list"
        class="model-list"
        role="listbox"
        aria-label={i18n.t('model.label')}
        hidden={found.length === 0}
      >
        {found.map((model, index) => (
          <ModelOption
            key={model.id}
            id={`model-${index}`}
            model={model}
            isActive={index === active}
            isRecommended={model.id === props.recommendedId}
            isFavourite={props.favourites.includes(model.id)}
            onChoose={() => choose(model)}
          />
        ))}
      </ul>
      <p class="hint" role="status">
        {isOpen &&
          found.length === 0 &&
          (props.models ? i18n.t('model.none') : i18n.t('model.loading'))}
      </p>
    </div>
  );
}

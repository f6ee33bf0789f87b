import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing } from '@/utils/keyboard/is-composing';
import type { ChatModel } from '@/utils/models/chat-model';
import { searchModels } from '@/utils/models/search-models';
import { ModelOption } from './model-option';

/** More would only slow the list down; the search finds the rest. */
const MAXIMUM_SHOWN = 50;

/**
 * The model as a searchable combobox (WAI-ARIA APG, editable combobox with list autocomplete): the field
 * shows the choice, typing searches, Enter takes, Escape leaves everything as it was.
 */
export function ModelPicker(props: {
  models: readonly ChatModel[] | undefined;
  /** In use now. */
  model: ChatModel | undefined;
  recommendedId: string | undefined;
  onChoose: (id: string) => void;
}) {
  const query = useSignal<string | undefined>(undefined);
  const active = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const isOpen = query.value !== undefined;
  const found = isOpen
    ? searchModels(props.models ?? [], query.value ?? '').slice(0, MAXIMUM_SHOWN)
    : [];

  const search = (text: string) => {
    query.value = text;
    active.value = 0;
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
      else active.value = Math.max(0, Math.min(found.length - 1, active.value + step));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      choose(found[active.value]);
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
          aria-expanded={isOpen}
          aria-controls="model-list"
          aria-autocomplete="list"
          aria-activedescendant={isOpen && found.length > 0 ? `model-${active.value}` : undefined}
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
        hidden={!isOpen}
      >
        {found.map((model, index) => (
          <ModelOption
            key={model.id}
            id={`model-${index}`}
            model={model}
            isActive={index === active.value}
            isRecommended={model.id === props.recommendedId}
            onChoose={() => choose(model)}
          />
        ))}
        {isOpen && found.length === 0 && <li class="hint">{i18n.t('model.none')}</li>}
      </ul>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing } from '@/utils/keyboard/is-composing';
import { formatCount } from '@/utils/format/numbers';
import { plural } from '@/utils/format/plural';
import { favouritesFirst } from '@/utils/models/favourites-first';
import {
  filterModels,
  sortModels,
  type ModelFilter,
  type ModelOrder,
} from '@/utils/models/browse-models';
import type { ChatModel } from '@/utils/models/chat-model';
import { ModelFilters } from './model-filters';
import { ModelRow } from './model-row';

const NO_FILTER: ModelFilter = {
  query: '',
  hasVision: false,
  hasTools: false,
  isFree: false,
  contextLength: 0,
};

/** Every model, with a search, filters and an order; favourites first. The search has the focus at once. */
export function AllModels(props: {
  models: readonly ChatModel[];
  chosenId: string | undefined;
  recommendedId: string | undefined;
  favourites: readonly string[];
  onChoose: (id: string) => void;
  onFavourite: (id: string, isFavourite: boolean) => void;
  /** Escape was pressed. */
  onClose: () => void;
}) {
  const { models, favourites } = props;
  const filter = useSignal(NO_FILTER);
  const order = useSignal<ModelOrder>('recommended');
  const searchBox = useRef<HTMLInputElement>(null);
  useEffect(() => searchBox.current?.focus(), []);
  const found = sortModels(filterModels(models, filter.value), order.value);
  return (
    // A key for what the buttons in it do too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div
      class="all-models"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <ModelFilters filter={filter} order={order} searchBox={searchBox} />
      <p class="hint" role="status">
        {found.length === 0
          ? i18n.t('model.none')
          : plural('model.found', models.length, { found: formatCount(found.length) })}
      </p>
      <ul class="model-rows" aria-label={i18n.t('model.all')}>
        {favouritesFirst(found, favourites).map((model) => (
          <ModelRow
            key={model.id}
            model={model}
            isChosen={model.id === props.chosenId}
            isRecommended={model.id === props.recommendedId}
            isFavourite={favourites.includes(model.id)}
            onChoose={() => props.onChoose(model.id)}
            onFavourite={(isFavourite) => props.onFavourite(model.id, isFavourite)}
          />
        ))}
      </ul>
    </div>
  );
}

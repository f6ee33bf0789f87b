import type { Signal } from '@preact/signals';
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatThousands } from '@/utils/format/numbers';
import { MODEL_ORDERS, type ModelFilter, type ModelOrder } from '@/utils/models/browse-models';

const TOGGLES = ['hasVision', 'hasTools', 'isFree'] as const;

/** In tokens. Zero is any. */
const CONTEXTS = [0, 32_000, 128_000];

/** What a list of models is narrowed to and sorted by. */
export function ModelFilters(props: {
  filter: Signal<ModelFilter>;
  order: Signal<ModelOrder>;
  searchBox: Ref<HTMLInputElement>;
}) {
  const { filter, order } = props;
  const onlyId = useId();
  const narrow = (change: Partial<ModelFilter>) => {
    filter.value = { ...filter.value, ...change };
  };
  return (
    <div class="model-filters">
      <input
        ref={props.searchBox}
        type="search"
        aria-label={i18n.t('model.search')}
        placeholder={i18n.t('model.search')}
        spellcheck={false}
        value={filter.value.query}
        onInput={({ currentTarget }) => narrow({ query: currentTarget.value })}
      />
      <div class="row" role="group" aria-labelledby={onlyId}>
        <span id={onlyId}>{i18n.t('model.only')}</span>
        {TOGGLES.map((toggle) => (
          <label key={toggle} class="choice">
            <input
              type="checkbox"
              checked={filter.value[toggle]}
              onChange={({ currentTarget }) => narrow({ [toggle]: currentTarget.checked })}
            />{' '}
            <span>{toggleName(toggle)}</span>
          </label>
        ))}
      </div>
      <div class="row">
        <label class="field-inline">
          <span>{i18n.t('model.contextAtLeast')}</span>
          <select
            value={filter.value.contextLength}
            onChange={({ currentTarget }) => narrow({ contextLength: Number(currentTarget.value) })}
          >
            {CONTEXTS.map((tokens) => (
              <option key={tokens} value={tokens}>
                {tokens === 0
                  ? i18n.t('model.contextAny')
                  : i18n.t('model.context', { tokens: formatThousands(tokens) })}
              </option>
            ))}
          </select>
        </label>
        <label class="field-inline">
          <span>{i18n.t('model.sortBy')}</span>
          <select
            value={order.value}
            onChange={({ currentTarget }) => {
              order.value = MODEL_ORDERS[currentTarget.selectedIndex] ?? 'recommended';
            }}
          >
            {MODEL_ORDERS.map((each) => (
              <option key={each} value={each}>
                {orderName(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}

function toggleName(toggle: (typeof TOGGLES)[number]): string {
  switch (toggle) {
    case 'hasVision':
      return i18n.t('model.vision');
    case 'hasTools':
      return i18n.t('model.tools');
    case 'isFree':
      return i18n.t('model.free');
  }
}

function orderName(order: ModelOrder): string {
  switch (order) {
    case 'recommended':
      return i18n.t('model.orderRecommended');
    case 'price':
      return i18n.t('model.orderPrice');
    case 'first-token':
      return i18n.t('model.orderFirstToken');
    case 'throughput':
      return i18n.t('model.orderThroughput');
    case 'context':
      return i18n.t('model.orderContext');
  }
}

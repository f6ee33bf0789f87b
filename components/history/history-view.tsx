import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { PageLink } from '@/components/ui/page-link';
import { RequestFailure } from '@/components/ui/request-failure';
import type { HistoryModel } from '@/utils/state/history-model';
import { FoundRunsList, isSearch } from './found-runs';
import { HistorySearch } from './history-search';
import { onRowKey } from './on-row-key';
import { RunList } from './run-list';
import type { RowControls } from './run-row';

/** The history of an account: what goes on now, then what has ended, by day, with a search. */
export function HistoryView(props: {
  model: HistoryModel;
  /** Why nothing is kept, in words, where nothing is. */
  whyOff: string | undefined;
  onOpen: RowControls['onOpen'];
}) {
  const { model, onOpen } = props;
  const controls = useMemo(() => ({ onOpen, onDelete: model.delete }), [model]);
  return (
    // The keys of the search and of the rows bubble to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <section class="history" aria-labelledby="history-title" onKeyDown={onRowKey}>
      <h2 id="history-title" class="title">
        {i18n.t('history.title')}
      </h2>
      <HistorySearch onSearch={model.search} />
      <RequestFailure error={model.error} />
      <RunsOfNow model={model} controls={controls} />
      {props.whyOff && <p>{props.whyOff}</p>}
      <FoundRunsList model={model} controls={controls} isOff={props.whyOff !== undefined} />
      <p class="row">
        <PageLink href="/options.html#history">{i18n.t('history.settings')}</PageLink>
      </p>
    </section>
  );
}

/** What goes on now. A search looks for what has ended. */
function RunsOfNow({ model, controls }: { model: HistoryModel; controls: RowControls }) {
  const rows = model.now.value;
  if (rows.length === 0 || isSearch(model.found.value)) return null;
  return <RunList title={i18n.t('history.now')} rows={rows} isNow {...controls} />;
}

import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { dayOf, formatDay } from '@/utils/format/days';
import { plural } from '@/utils/format/plural';
import type { FoundRuns, HistoryModel } from '@/utils/state/history-model';
import { groupByDay, type DayOfRuns } from './group-by-day';
import { MoreRows } from './more-rows';
import { RunList } from './run-list';
import type { RowControls } from './run-row';

/** What was found, by day, and how much that is; without a query all but what goes on now. */
export function FoundRunsList(props: {
  model: HistoryModel;
  controls: RowControls;
  /** Nothing is kept, which is said already. */
  isOff: boolean;
}) {
  const { model, controls } = props;
  const found = model.found.value;
  const now = model.now.value;
  const results = useKeptFocus<HTMLDivElement>();
  const known = useRef<DayOfRuns[]>([]);
  known.current = useMemo(() => {
    const above = new Set(isSearch(found) ? [] : now.map(({ id }) => id));
    const rows = (found?.rows ?? []).filter(({ id }) => !above.has(id));
    return groupByDay(rows, known.current);
  }, [found, now]);
  const isBare = now.length === 0 && !props.isOff;
  const today = dayOf(Date.now());
  return (
    <div ref={results} class="history-days" tabIndex={-1}>
      <p class="hint" role="status">
        {found
          ? (found.rows.length > 0 || isSearch(found) || isBare) && summaryOf(found)
          : !model.error.value && i18n.t('history.loading')}
      </p>
      {known.current.map((day) => (
        <Day key={day.day} day={day} today={today} controls={controls} />
      ))}
      {found && !found.isAll && <MoreRows shown={found.rows.length} onMore={model.readMore} />}
    </div>
  );
}

/** True for what answers to a query that is not blank. */
export function isSearch(found: FoundRuns | undefined): boolean {
  return found !== undefined && found.query.trim() !== '';
}

/** One day. There can be a thousand, so it is drawn again only when it has changed, or its name has. */
function Day(props: { day: DayOfRuns; today: number; controls: RowControls }) {
  const { day, today, controls } = props;
  return useMemo(
    () => (
      <RunList
        title={formatDay(day.latest, Date.now())}
        rows={day.rows}
        isNow={false}
        {...controls}
      />
    ),
    [day, today, controls],
  );
}

function summaryOf({ query, rows, isAll }: FoundRuns): string {
  if (rows.length > 0 && !isAll) return plural('history.countNewest', rows.length);
  if (rows.length > 0) return plural('history.count', rows.length);
  return query.trim() === ''
    ? i18n.t('history.nothingYet')
    : i18n.t('history.nothingFound', { query: query.trim() });
}

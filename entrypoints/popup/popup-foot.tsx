import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { useRequestFailure } from '@/components/ui/use-request-failure';
import type { HistoryRow } from '@/utils/history/history-row';
import { request } from '@/utils/messaging/request-client';
import type { RunId } from '@/utils/runs/run';
import type { AppModel } from '@/utils/state/app-model';
import { loadMoneyModel, type MoneyModel } from '@/utils/state/money-model';
import { loadRecentModel, type RecentModel } from '@/utils/state/recent-model';
import type { RunModel } from '@/utils/state/run-model';
import { RecentRuns } from './recent-runs';
import { SpentLine } from './spent-line';
import './popup-foot.css';

/** Resolves when the run above, if there is one, has all that it is drawn with. */
async function whenRunIsDrawn({ isKnown, run }: RunModel): Promise<void> {
  await isKnown;
  if (run.value) await import('./shown-run');
}

/**
 * What the popup knows besides: recent runs and what the month has cost. All of it comes at once and last, so
 * that nothing in it moves.
 */
export function PopupFoot(props: {
  app: AppModel;
  runs: RunModel;
  sub: string;
  windowId: number;
  failure: ReturnType<typeof useRequestFailure>;
  /** A run is about to be shown that the person has chosen. */
  onShow: (runId: RunId) => void;
}) {
  const { app, runs, windowId, failure } = props;
  const known = useSignal<{ money: MoneyModel; recent: RecentModel } | undefined>(undefined);
  useEffect(() => {
    const loading = [loadMoneyModel(app.account), loadRecentModel(props.sub)] as const;
    void Promise.all([...loading, whenRunIsDrawn(runs)]).then(([money, recent]) => {
      known.value = { money, recent };
    });
  }, []);
  useEffect(() => {
    // It grows by nothing but its last line. Without an answer our own count stands.
    void request('billing.refresh', {});
  }, []);
  const run = runs.run.value;
  useEffect(() => {
    void known.peek()?.recent.refresh();
  }, [run?.id, run?.state.kind, runs.elsewhere.value]);
  if (!known.value) return null;
  const { money, recent } = known.value;
  const show = ({ id }: HistoryRow) => {
    props.onShow(id);
    void failure.attempt(request('run.show', { runId: id, windowId }));
  };
  return (
    <>
      <RecentRuns
        rows={recent.rows}
        shownId={run?.id}
        onShow={show}
        onStop={({ id }) => void failure.attempt(request('run.stop', { runId: id }))}
      />
      <SpentLine money={money} />
    </>
  );
}

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { HistoryView } from '@/components/history/history-view';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import type { HistoryRow } from '@/utils/history/history-row';
import { isComposing } from '@/utils/keyboard/is-composing';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';
import { createHistoryModel } from '@/utils/state/history-model';
import type { RunModel } from '@/utils/state/run-model';
import { settingsByAccountItem } from '@/utils/storage/items';

/** What the history in the panel needs and does. */
interface PanelHistoryProps {
  app: AppModel;
  runs: RunModel;
  windowId: number;
  /** What leads to a history where nobody is in use. */
  gate: ComponentChildren;
  /** The person goes back without having chosen a run. */
  onBack: () => void;
  /** The panel shows the run that was chosen. */
  onShown: () => void;
}

/** The history in place of the panel's conversation. Escape leaves it. */
export function PanelHistory(props: PanelHistoryProps) {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      event.preventDefault();
      props.onBack();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
  const sub = props.app.inUse.value?.sub;
  if (sub === undefined) {
    return (
      <section aria-labelledby="history-title">
        <h2 id="history-title" class="title">
          {i18n.t('history.title')}
        </h2>
        {props.gate}
      </section>
    );
  }
  // Another account has another history, from the first row to the last.
  return <HistoryOf key={sub} sub={sub} {...props} />;
}

function HistoryOf(props: PanelHistoryProps & { sub: string }) {
  const { app, runs, windowId } = props;
  const model = useMemo(() => createHistoryModel(props.sub), []);
  const failure = useRequestFailure();
  const run = runs.run.value;
  useEffect(() => model.refresh(), [run?.id, run?.state.kind, runs.elsewhere.value]);
  useEffect(() => {
    runs.isCovered.value = true;
    return () => {
      runs.isCovered.value = false;
    };
  }, []);
  const show = async ({ id }: HistoryRow) => {
    await failure.attempt(request('run.show', { runId: id, windowId }));
    if (failure.error.value === undefined) props.onShown();
  };
  return (
    <>
      <RequestFailure error={failure.error} />
      <HistoryView
        model={model}
        whyOff={useWhyOff(app, props.sub)}
        onOpen={(row) => void show(row)}
      />
    </>
  );
}

/** Why no history is kept, in words; `undefined` where one is. */
function useWhyOff(app: AppModel, sub: string): string | undefined {
  const isUnwanted = useSignal(false);
  useEffect(() => {
    void settingsByAccountItem.get().then((settings) => {
      isUnwanted.value = settings?.[sub]?.retention === 'none';
    });
  }, []);
  if (app.configuration.value.isHistoryDisabled) return i18n.t('history.offByPolicy');
  return isUnwanted.value ? i18n.t('history.offBySetting') : undefined;
}

import { NO_WINDOW } from '@/utils/surfaces/panel';
import { hasEnded, type RunId } from './run';
import type { RunStore } from './run-store';

/* What views do to runs by looking at them. */

/**
 * Shows in a window that has nothing to show what nobody has seen yet of the runs whose window is gone:
 * after a restart of the browser, what it interrupted.
 */
export function adoptLostRun(store: RunStore, windowId: number): void {
  if (store.shownIn(windowId).length > 0) return;
  const lost = store
    .all()
    .filter((run) => run.windowId === NO_WINDOW && !run.isRead && store.isVisible(run))
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .at(-1);
  if (!lost) return;
  lost.windowId = windowId;
  store.show(windowId, lost);
}

/** Somebody has seen how a run ended. */
export function markRead(store: RunStore, id: RunId): void {
  const run = store.get(id);
  if (run && hasEnded(run.state) && !run.isRead) store.update(run, { isRead: true });
}

/** A view has kept more of an interrupted answer than a journal: at most a second of it. */
export function recoverText(
  store: RunStore,
  { runId, answer, reasoning }: { runId: RunId; answer: string; reasoning: string },
): void {
  const run = store.get(runId);
  const isInterrupted = run?.state.kind === 'failed' && run.state.error.kind === 'interrupted';
  if (!run || !isInterrupted) return;
  if (!answer.startsWith(run.answer) || !reasoning.startsWith(run.reasoning)) return;
  const [text, thought] = [answer.slice(run.answer.length), reasoning.slice(run.reasoning.length)];
  if (text + thought === '') return;
  store.append(run, { text, reasoning: thought });
  store.update(run, {});
}

import { hasEnded, type Run } from '@/utils/runs/run';
import type { RunStore } from '@/utils/runs/run-store';
import { noteFault } from '@/utils/storage/note-fault';
import { shownConversationsItem } from '@/utils/storage/items';
import type { Journals } from './journals';
import { forgetKept, keep, type Place } from './place';

/** At most so much of an answer is lost when background or browser are killed in the middle. Milliseconds. */
const WRITE_EVERY_MS = 1_000;

/** What others may know of the keeping. */
export interface RunKeeping {
  /** Resolves when all that has happened until now is written. */
  settled(): Promise<void>;
  /** True for a run that outlives the extension. */
  isOnDisk(run: Run): boolean;
}

/**
 * Keeps the runs of a store where each may be kept. Text is written at most once a second, everything
 * else at once. A conversation whose turns have ended, were read and are shown nowhere is let go from
 * memory; what the disk has refused stays there, and is tried again when the disk takes something.
 */
export function keepRuns(store: RunStore, journals: Journals): RunKeeping {
  const { inOrder } = journals;
  const timers = new Map<Run, ReturnType<typeof setTimeout>>();
  const queued = new Set<Run>();
  const places = new WeakMap<Run, Place>();

  /** One that was read from a journal has not been written here yet. */
  const placeOf = (run: Run): Place =>
    places.get(run) ?? (run.owner === undefined || run.isPrivate ? 'session' : 'disk');
  const isNeeded = (run: Run) =>
    !hasEnded(run.state) || !run.isRead || store.isShown(run) || queued.has(run);
  const letGo = ({ conversation }: Run) => {
    const turns = store.conversation(conversation);
    if (turns.some(isNeeded)) return;
    for (const turn of turns) {
      const place = placeOf(turn);
      if (place === 'disk') store.release(turn);
      else if (place !== 'refused') store.forget(turn);
    }
  };
  const write = async (run: Run) => {
    queued.delete(run);
    if (!store.has(run)) return;
    const before = places.get(run);
    const place = await keep(run, journals, before);
    places.set(run, place);
    letGo(run);
    if (place !== 'disk' || before === 'refused') return;
    for (const other of store.all()) if (places.get(other) === 'refused') enqueue(other);
  };
  const enqueue = (run: Run) => {
    clearTimeout(timers.get(run));
    timers.delete(run);
    if (queued.has(run)) return;
    queued.add(run);
    void inOrder(() => write(run)).catch(() => noteFault({ kind: 'history-unavailable' }));
  };
  const noteShown = () => {
    const showings = store.showings.map((showing) => ({ ...showing }));
    void inOrder(() => shownConversationsItem.set(showings)).catch(() => undefined);
    for (const run of store.all()) letGo(run);
  };
  store.observe({
    onStart: (run) => {
      enqueue(run);
      noteShown();
    },
    onChange: enqueue,
    onShow: noteShown,
    onText: (run) => {
      if (timers.has(run)) return;
      timers.set(
        run,
        setTimeout(() => enqueue(run), WRITE_EVERY_MS),
      );
    },
    onForget: (run) => {
      clearTimeout(timers.get(run));
      timers.delete(run);
      const place = placeOf(run);
      void inOrder(() => forgetKept(run, place, journals)).catch(() => undefined);
      noteShown();
    },
  });
  return {
    settled: () => inOrder(async () => undefined),
    isOnDisk: (run) => !queued.has(run) && placeOf(run) === 'disk',
  };
}

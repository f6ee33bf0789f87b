import { browser } from '@/utils/browser';
import { fromRecord, toRecord } from './run-record';
import type { Run } from './run';
import type { RunStore } from './run-store';

/** At most so much of an answer is lost when the background is stopped in the middle. Milliseconds. */
const SAVE_EVERY_MS = 1_000;

const RECORD = 'run.';
const ANSWER = 'answer.';

/**
 * Keeps the runs of a store in `storage.session`, which outlives the background but not the browser and
 * is closed to content scripts: browsers stop a background after 30 s of rest, and whoever reads an
 * answer or creates an OAuth app takes longer than that.
 *
 * @returns resolves when the runs from before are back in the store
 */
export async function rememberRuns(store: RunStore): Promise<void> {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const endTimer = ({ id }: Run) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const saveAll = (run: Run) => {
    endTimer(run);
    void save({ [RECORD + run.id]: toRecord(run), [ANSWER + run.id]: run.answer });
  };
  const forgetAll = (runs: Run[]) => {
    for (const run of runs) endTimer(run);
    const keys = runs.flatMap(({ id }) => [RECORD + id, ANSWER + id]);
    void browser.storage.session.remove(keys);
  };
  store.observe({
    onStart: saveAll,
    onChange: saveAll,
    onText: (run) => {
      if (timers.has(run.id)) return;
      const saveAnswer = () => {
        endTimer(run);
        void save({ [ANSWER + run.id]: run.answer });
      };
      timers.set(run.id, setTimeout(saveAnswer, SAVE_EVERY_MS));
    },
    onForget: (run) => forgetAll([run]),
    onClear: forgetAll,
  });
  store.restore(await storedRuns());
}

async function storedRuns(): Promise<Run[]> {
  const stored = await browser.storage.session.get(null);
  return Object.keys(stored).flatMap((key) => {
    if (!key.startsWith(RECORD)) return [];
    const run = fromRecord(stored[key], stored[ANSWER + key.slice(RECORD.length)]);
    return run ? [run] : [];
  });
}

async function save(items: Record<string, unknown>): Promise<void> {
  // A full area costs the copy, not the run: that goes on in memory.
  await browser.storage.session.set(items).catch(() => undefined);
}

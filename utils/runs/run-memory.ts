import { browser } from '@/utils/browser';
import { readConfiguration, watchConfiguration } from '@/utils/config/configuration';
import { createQueue } from '@/utils/storage/queue';
import { fromRecord, toRecord } from './run-record';
import type { Run, RunId } from './run';
import type { RunStore } from './run-store';

/** At most so much of an answer is lost when the background is stopped in the middle. Milliseconds. */
const SAVE_EVERY_MS = 1_000;

/** Longer runs are not kept: the area holds 10 MiB in all, and the session's tokens are in it too. */
const MAXIMUM_CHARACTERS = 500_000;

const RECORD = 'run.';
const ANSWER = 'answer.';

/** For all that touches stored runs: what was read or decided must still hold when it is written. */
const inOrder = createQueue();

/**
 * Keeps the runs of a store in `storage.session`, which outlives the background but not the browser and
 * is closed to content scripts: browsers stop a background after 30 s of rest, and whoever reads an
 * answer or creates an OAuth app takes longer than that. Where the policy forbids a history nothing is
 * kept, and what was kept before goes.
 *
 * @returns resolves when the runs from before are back in the store
 */
export async function rememberRuns(store: RunStore): Promise<void> {
  const timers = new Map<RunId, ReturnType<typeof setTimeout>>();
  const endTimer = ({ id }: Run) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const saveAll = (run: Run) => {
    endTimer(run);
    save(run, { [RECORD + run.id]: toRecord(run), [ANSWER + run.id]: run.answer });
  };
  const stored = inOrder(storedRuns);
  store.observe({
    onStart: saveAll,
    onChange: saveAll,
    onText: (run) => {
      if (timers.has(run.id)) return;
      const saveAnswer = () => {
        endTimer(run);
        save(run, { [ANSWER + run.id]: run.answer });
      };
      timers.set(run.id, setTimeout(saveAnswer, SAVE_EVERY_MS));
    },
    onForget: (run) => {
      endTimer(run);
      void inOrder(() => browser.storage.session.remove([RECORD + run.id, ANSWER + run.id]));
    },
  });
  watchConfiguration(({ isHistoryDisabled }) => {
    if (isHistoryDisabled) void inOrder(forgetStoredRuns);
  });
  store.restore(await stored);
}

async function storedRuns(): Promise<Run[]> {
  const { isHistoryDisabled } = await readConfiguration();
  if (isHistoryDisabled) {
    await forgetStoredRuns();
    return [];
  }
  const stored = await browser.storage.session.get(null);
  return Object.keys(stored).flatMap((key) => {
    if (!key.startsWith(RECORD)) return [];
    const run = fromRecord(stored[key], stored[ANSWER + key.slice(RECORD.length)]);
    return run ? [run] : [];
  });
}

async function forgetStoredRuns(): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(
    keys.filter((key) => key.startsWith(RECORD) || key.startsWith(ANSWER)),
  );
}

function save(run: Run, items: Record<string, unknown>): void {
  // What is not kept goes on in memory alone.
  if (run.text.length + run.answer.length > MAXIMUM_CHARACTERS) return;
  void inOrder(async () => {
    if ((await readConfiguration()).isHistoryDisabled) return;
    await browser.storage.session.set(items).catch(() => undefined);
  });
}

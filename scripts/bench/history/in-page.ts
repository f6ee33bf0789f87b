/* Runs in pages of the two extensions: the bench bundles it, and puts it there. */

import { indexRuns, wordsOf } from '../../../utils/history/word-index.ts';
import { weekOf } from '../../../utils/history/weeks.ts';
import { openRunsDatabase } from '../../../utils/journal/runs-database.ts';
import { sampleRun } from './sample-runs.ts';

/** Two years of a busy person: a hundred thousand runs. */
const EVERY_MS = 630_000;

/**
 * Writes runs as the journal does, the index of each week at once.
 *
 * @param end when the run after the last starts, in epoch milliseconds
 */
async function fillHistory(sub: string, end: number, from: number, to: number): Promise<void> {
  const database = await openRunsDatabase(sub, () => undefined);
  const numbers = Array.from({ length: to - from }, (_value, index) => from + index);
  const weeks = Map.groupBy(numbers, (number) => weekOf(end - number * EVERY_MS));
  for (const ofWeek of weeks.values()) {
    const stores = ['runs', 'texts', 'answers', 'words'] as const;
    const samples = ofWeek.map((number) => {
      const { title, text, answer } = sampleRun(number);
      return { id: `bench-${number}`, startedAt: end - number * EVERY_MS, title, text, answer };
    });
    const indexed = samples.map(({ startedAt, title, text, answer }) => ({
      startedAt,
      words: wordsOf([title, text, answer]),
    }));
    const transaction = database.transaction(stores, 'readwrite');
    const writes = samples.flatMap(({ id, startedAt, title, text, answer }) => [
      transaction.objectStore('runs').put({
        id,
        startedAt,
        conversation: id,
        action: 'summarize',
        windowId: -1,
        page: { title, url: 'https://example.org/' },
        quote: text.slice(0, 300),
        textLength: text.length,
        isSelectionCut: false,
        droppedTurns: 0,
        seams: [],
        preview: answer.slice(0, 300),
        state: { kind: 'done', finish: 'stop' },
      }),
      transaction.objectStore('texts').put(text, startedAt),
      transaction.objectStore('answers').put({ answer, reasoning: '' }, [startedAt, 0]),
    ]);
    await Promise.all([...writes, indexRuns(transaction, indexed), transaction.done]);
  }
  database.close();
}

/** What the floor lists: the same texts, the newest first. */
function sampleTexts(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_value, index) => {
    const { title, text, answer } = sampleRun(from + index);
    return `${title} ${text} ${answer}`;
  });
}

Object.assign(globalThis, { fillHistory, sampleTexts });

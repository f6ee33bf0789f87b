import { answersBetween, readRunTexts } from '@/utils/history/run-texts';
import { setAside } from '@/utils/history/set-aside';
import { indexRun } from '@/utils/history/word-index';
import { hasEnded, type Run, type RunId } from '@/utils/runs/run';
import { noteFault } from '@/utils/storage/note-fault';
import type { RunsDatabase } from './runs-database';
import type { StoredRun } from './stored-run';
import { fromStored, toStored } from './to-stored';

/** How much of a run has been written already. */
interface Written {
  text: string;
  answer: number;
  reasoning: number;
  /** Number of its next piece. */
  piece: number;
  /** It is found by its words, and its answer is in one piece. */
  isIndexed: boolean;
}

const UNWRITTEN: Written = { text: '', answer: 0, reasoning: 0, piece: 0, isIndexed: false };

/** The runs of one account on disk: appended as they grow, so that a killed browser loses little. */
export class DatabaseJournal {
  readonly #database: RunsDatabase;
  readonly #owner: string;
  readonly #written = new WeakMap<Run, Written>();

  constructor(database: RunsDatabase, owner: string) {
    this.#database = database;
    this.#owner = owner;
  }

  /**
   * Writes what of a run has changed since it was last written; a run that has ended becomes part of
   * the history, and is found by its words. Moves its `startedAt` on where another run has the same.
   *
   * @throws DOMException `QuotaExceededError` when the disk is full, and whatever else IndexedDB throws
   */
  async write(run: Run): Promise<void> {
    const stores = ['runs', 'texts', 'answers', 'words'] as const;
    const transaction = this.#database.transaction(stores, 'readwrite');
    const [runs, texts, answers] = [
      transaction.objectStore('runs'),
      transaction.objectStore('texts'),
      transaction.objectStore('answers'),
    ];
    const before = this.#written.get(run);
    const isEnded = hasEnded(run.state);
    const work: Promise<unknown>[] = [];
    if (before) {
      // Deleted meanwhile, for its age perhaps: it must not come back.
      if ((await runs.getKey(run.startedAt)) === undefined) return await transaction.done;
    } else {
      for (;;) {
        const other = await runs.get(run.startedAt);
        if (other === undefined || other.id === run.id) break;
        run.startedAt += 1;
      }
      work.push(answers.delete(answersBetween(run.startedAt, run.startedAt + 1)));
    }
    const { startedAt, text, answer, reasoning } = run;
    const written = before ?? UNWRITTEN;
    const size = answer.length + reasoning.length;
    const hasGrown = size > written.answer + written.reasoning;
    const isIndexed = written.isIndexed && !hasGrown && text === written.text;
    work.push(runs.put(toStored(run)));
    if (text !== written.text) work.push(texts.put(text, startedAt));
    if (isEnded && !isIndexed) {
      work.push(answers.delete(answersBetween(startedAt, startedAt + 1)));
      work.push(answers.put({ answer, reasoning }, [startedAt, 0]));
      const title = run.page?.title ?? '';
      work.push(indexRun(transaction, startedAt, [title, text, run.question ?? '', answer]));
    } else if (hasGrown) {
      const grown = {
        answer: answer.slice(written.answer),
        reasoning: reasoning.slice(written.reasoning),
      };
      work.push(answers.put(grown, [startedAt, written.piece]));
    }
    await Promise.all([...work, transaction.done]);
    this.#written.set(run, {
      text,
      answer: answer.length,
      reasoning: reasoning.length,
      piece: isEnded && !isIndexed ? 1 : written.piece + 1,
      isIndexed: isEnded,
    });
  }

  /** The run with this id, whole; `undefined` when there is none that can be read. */
  async load(id: RunId): Promise<Run | undefined> {
    const stored = await this.#database.getFromIndex('runs', 'id', id);
    return stored && (await this.#complete(stored));
  }

  /** All turns of a conversation. */
  async loadConversation(id: RunId): Promise<Run[]> {
    return await this.#completeAll(this.#database.getAllFromIndex('runs', 'conversation', id));
  }

  /** The runs that had not ended when the background was stopped. */
  async loadUnderWay(): Promise<Run[]> {
    return await this.#completeAll(this.#database.getAllFromIndex('runs', 'underWay', 1));
  }

  /** Ended runs that nobody has seen the end of, the newest of them. */
  async loadUnread(limit: number): Promise<Run[]> {
    const keys = await this.#database.getAllKeysFromIndex('runs', 'unread', 1);
    const newest = keys.slice(-limit).map((key) => this.#database.get('runs', key));
    const stored = await Promise.all(newest);
    return await this.#completeAll(Promise.resolve(stored.filter((run) => run !== undefined)));
  }

  async #completeAll(stored: Promise<StoredRun[]>): Promise<Run[]> {
    const runs = await Promise.all((await stored).map((run) => this.#complete(run)));
    return runs.filter((run) => run !== undefined);
  }

  async #complete(stored: StoredRun): Promise<Run | undefined> {
    const { startedAt } = stored;
    const transaction = this.#database.transaction(['texts', 'answers']);
    const [texts, pieces] = await Promise.all([
      readRunTexts(transaction, startedAt),
      transaction.objectStore('answers').getAllKeys(answersBetween(startedAt, startedAt + 1)),
    ]);
    const [, lastPiece = -1] = pieces.at(-1) ?? [];
    const { text = '', answer, reasoning } = texts;
    const run = fromStored(stored, { text, answer, reasoning }, this.#owner);
    if (!run) {
      if ((await setAside(this.#database, [startedAt])) > 0) {
        await noteFault({ kind: 'history-damaged' });
      }
      return undefined;
    }
    const written = { answer: answer.length, reasoning: reasoning.length, piece: lastPiece + 1 };
    this.#written.set(run, { text, ...written, isIndexed: stored.underWay === undefined });
    return run;
  }
}

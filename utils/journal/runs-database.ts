import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { WordBucket } from '@/utils/history/word-bucket';
import type { AnswerPiece, StoredRun } from './stored-run';

/** The runs of one account. */
interface RunsSchema extends DBSchema {
  /** By `startedAt`. Values are read through `storedRunSchema`: a database outlives the code that wrote it. */
  runs: {
    key: number;
    value: StoredRun;
    indexes: { id: string; conversation: string; underWay: number; unread: number };
  };
  /** The selected text, by `startedAt`; none for a follow-up. */
  texts: { key: number; value: string };
  /** By `startedAt` and a number that grows: appended while the answer comes, one piece once it has ended. */
  answers: { key: [number, number]; value: AnswerPiece };
  /** By week and the beginning of folded words: where in the week the runs start that hold them. */
  words: { key: [number, string]; value: WordBucket };
  /** What could not be read as a run, as it was found. */
  damaged: { key: number; value: unknown };
}

export type RunsDatabase = IDBPDatabase<RunsSchema>;

const NAME = 'companion-runs.';
const VERSION = 1;

/**
 * Opens the database of an account's runs. It lives in IndexedDB, which content scripts cannot reach in
 * any browser, one per account, so that nothing of one can be found in another's.
 *
 * @param onLost called when the connection is over: another version wants the database, or the browser took it away
 * @throws DOMException `InvalidStateError` where the browser has no database, `VersionError` when a newer version
 *   of this extension has written it
 */
export async function openRunsDatabase(sub: string, onLost: () => void): Promise<RunsDatabase> {
  const database = await openDB<RunsSchema>(NAME + sub, VERSION, {
    upgrade: (created) => {
      const runs = created.createObjectStore('runs', { keyPath: 'startedAt' });
      runs.createIndex('id', 'id', { unique: true });
      runs.createIndex('conversation', 'conversation');
      runs.createIndex('underWay', 'underWay');
      runs.createIndex('unread', 'unread');
      created.createObjectStore('texts');
      created.createObjectStore('answers');
      created.createObjectStore('words');
      created.createObjectStore('damaged', { autoIncrement: true });
    },
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
  return database;
}

/** Deletes the runs of an account, whole. */
export async function deleteRunsDatabase(sub: string): Promise<void> {
  await deleteDB(NAME + sub);
}

import type { IDBPObjectStore, IDBPTransaction, IDBPDatabase, StoreNames } from 'idb';
import type { RunsDatabase } from '@/utils/journal/runs-database';

type RunsSchema = RunsDatabase extends IDBPDatabase<infer Schema> ? Schema : never;
type Stores = ArrayLike<StoreNames<RunsSchema>>;

/** May change everything that is kept of runs. */
export type RunsTransaction = IDBPTransaction<RunsSchema, StoreNames<RunsSchema>[], 'readwrite'>;

/** Begins a transaction over all that is kept of runs, so that no part of one is left without the others. */
export function changeRuns(database: RunsDatabase): RunsTransaction {
  return database.transaction(['runs', 'texts', 'answers', 'words', 'damaged'], 'readwrite');
}

/** May read the words. */
export interface ReadWords {
  objectStore(name: 'words'): Pick<IDBPObjectStore<RunsSchema, Stores, 'words'>, 'get' | 'getAll'>;
}

/** May change the words. */
export interface WriteWords {
  objectStore(
    name: 'words',
  ): Pick<
    IDBPObjectStore<RunsSchema, Stores, 'words', 'readwrite'>,
    'get' | 'getAll' | 'getAllKeys' | 'put' | 'delete'
  >;
}

/** May read the long texts. */
export interface ReadTexts {
  objectStore(name: 'texts'): Pick<IDBPObjectStore<RunsSchema, Stores, 'texts'>, 'get'>;
  objectStore(name: 'answers'): Pick<IDBPObjectStore<RunsSchema, Stores, 'answers'>, 'getAll'>;
}

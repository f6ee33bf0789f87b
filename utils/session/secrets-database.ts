import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { storageFailure } from '@/utils/storage/storage-failure';
import type { RefreshToken } from './refresh-token-record';

interface Secrets extends DBSchema {
  /** By `sub` of the account. */
  refreshTokens: { key: string; value: RefreshToken };
  /** By id of the own endpoint. */
  endpointKeys: { key: string; value: string };
}

/**
 * Secrets that outlive the browser are in the extension's own IndexedDB: Firefox lets content scripts read
 * `storage.local` and has no way to forbid it, while this database is beyond their reach. Firefox in
 * "never remember history" has no database at all (InvalidStateError); there they live in
 * `storage.session`, as long as the browser runs.
 *
 * @returns `undefined` where there is no database
 * @throws Failure `storage-full` or `storage-failed`
 */
export async function inSecrets<T>(
  work: (database: IDBPDatabase<Secrets>) => Promise<T>,
): Promise<{ result: T } | undefined> {
  let database: IDBPDatabase<Secrets>;
  try {
    database = await openDB<Secrets>('companion-secrets', 2, {
      upgrade: (created, oldVersion) => {
        if (oldVersion < 1) created.createObjectStore('refreshTokens');
        created.createObjectStore('endpointKeys');
      },
    });
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'InvalidStateError') return undefined;
    // A database that is there and fails: what is in it must not be taken for gone.
    throw storageFailure(cause);
  }
  try {
    return { result: await work(database) };
  } catch (cause) {
    throw storageFailure(cause);
  } finally {
    database.close();
  }
}

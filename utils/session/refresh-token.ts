import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { memoryOnlyItem, settingsItem } from '@/utils/storage/items';
import { storageFailure } from '@/utils/storage/storage-failure';
import type { RefreshToken } from './refresh-token-record';
import { refreshTokenItem } from './secret-items';

interface Secrets extends DBSchema {
  /** By `sub` of the account. */
  refreshTokens: { key: string; value: RefreshToken };
}

/**
 * Refresh tokens live in the extension's own IndexedDB: Firefox lets content scripts read
 * `storage.local` and has no way to forbid it, while this database is beyond their reach. Firefox in
 * "never remember history" has no database at all (InvalidStateError); there they live in
 * `storage.session`, as long as the browser runs.
 *
 * @returns `undefined` where there is no database
 * @throws Failure `storage-full` or `storage-failed`
 */
async function inDatabase<T>(
  work: (database: IDBPDatabase<Secrets>) => Promise<T>,
): Promise<{ result: T } | undefined> {
  let database: IDBPDatabase<Secrets>;
  try {
    database = await openDB<Secrets>('companion-secrets', 1, {
      upgrade: (created) => void created.createObjectStore('refreshTokens'),
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

/** Reads the refresh token of an account; `undefined` when there is none. */
export async function readRefreshToken(sub: string): Promise<RefreshToken | undefined> {
  const read = await inDatabase((database) => database.get('refreshTokens', sub));
  return read ? read.result : await refreshTokenItem(sub).get();
}

/** Replaces the refresh token of an account; resolves when it is on disk, where there is one. */
export async function writeRefreshToken(sub: string, token: RefreshToken): Promise<void> {
  const written = await inDatabase((database) => database.put('refreshTokens', token, sub));
  if (written) return;
  await refreshTokenItem(sub).set(token);
  if (!(await settingsItem.get())?.isMemoryOnlyKnown) await memoryOnlyItem.set(true);
}

/** The accounts that have a refresh token in the database. */
export async function refreshTokenOwners(): Promise<string[]> {
  const read = await inDatabase((database) => database.getAllKeys('refreshTokens'));
  return read?.result ?? [];
}

/** Forgets the refresh token of an account. */
export async function deleteRefreshToken(sub: string): Promise<void> {
  const deleted = await inDatabase((database) => database.delete('refreshTokens', sub));
  if (!deleted) await refreshTokenItem(sub).remove();
}

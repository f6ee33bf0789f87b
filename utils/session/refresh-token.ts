import { openDB, type DBSchema } from 'idb';

interface Secrets extends DBSchema {
  tokens: { key: 'refresh'; value: string };
}

/**
 * The refresh token lives in the extension's own IndexedDB: Firefox lets content scripts read
 * `storage.local` and has no way to forbid it, while this database is beyond their reach.
 */
function openSecrets() {
  return openDB<Secrets>('companion-secrets', 1, {
    upgrade: (database) => void database.createObjectStore('tokens'),
  });
}

/** Reads the refresh token; `undefined` when there is none. */
export async function readRefreshToken(): Promise<string | undefined> {
  const database = await openSecrets();
  return await database.get('tokens', 'refresh').finally(() => database.close());
}

/** Replaces the refresh token; resolves when it is on disk. */
export async function writeRefreshToken(token: string): Promise<void> {
  const database = await openSecrets();
  await database.put('tokens', token, 'refresh').finally(() => database.close());
}

/**
 * Replaces the refresh token by what it was renewed to, in one transaction.
 *
 * @returns false, and changes nothing, when the token that was used is no longer the stored one:
 *   signed out, or in anew, while the renewal was under way
 */
export async function rotateRefreshToken(used: string, renewed: string): Promise<boolean> {
  const database = await openSecrets();
  try {
    const { store, done } = database.transaction('tokens', 'readwrite');
    const isCurrent = (await store.get('refresh')) === used;
    if (isCurrent) await store.put(renewed, 'refresh');
    await done;
    return isCurrent;
  } finally {
    database.close();
  }
}

/** Forgets the refresh token. */
export async function deleteRefreshToken(): Promise<void> {
  const database = await openSecrets();
  await database.delete('tokens', 'refresh').finally(() => database.close());
}

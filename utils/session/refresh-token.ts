import { memoryOnlyItem, settingsItem } from '@/utils/storage/items';
import type { RefreshToken } from './refresh-token-record';
import { refreshTokenItem } from './secret-items';
import { inSecrets } from './secrets-database';

/** Reads the refresh token of an account; `undefined` when there is none. */
export async function readRefreshToken(sub: string): Promise<RefreshToken | undefined> {
  const read = await inSecrets((database) => database.get('refreshTokens', sub));
  return read ? read.result : await refreshTokenItem(sub).get();
}

/** Replaces the refresh token of an account; resolves when it is on disk, where there is one. */
export async function writeRefreshToken(sub: string, token: RefreshToken): Promise<void> {
  const written = await inSecrets((database) => database.put('refreshTokens', token, sub));
  if (written) return;
  await refreshTokenItem(sub).set(token);
  if (!(await settingsItem.get())?.isMemoryOnlyKnown) await memoryOnlyItem.set(true);
}

/** The accounts that have a refresh token in the database. */
export async function refreshTokenOwners(): Promise<string[]> {
  const read = await inSecrets((database) => database.getAllKeys('refreshTokens'));
  return read?.result ?? [];
}

/** Forgets the refresh token of an account. */
export async function deleteRefreshToken(sub: string): Promise<void> {
  const deleted = await inSecrets((database) => database.delete('refreshTokens', sub));
  if (!deleted) await refreshTokenItem(sub).remove();
}

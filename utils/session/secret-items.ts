import { browser } from '@/utils/browser';
import { defineStoredItem, type StoredItem } from '@/utils/storage/stored-item';
import { accessTokenSchema, type AccessTokenRecord } from './access-token-record';
import { refreshTokenSchema, type RefreshToken } from './refresh-token-record';

/** The access token of an account. Removed by sign-out; gone with the browser's session. */
export function accessTokenItem(sub: string): StoredItem<AccessTokenRecord> {
  return defineStoredItem(`session:accessToken.${sub}`, accessTokenSchema);
}

/** The refresh token of an account, in a browser that keeps nothing on disk. */
export function refreshTokenItem(sub: string): StoredItem<RefreshToken> {
  return defineStoredItem(`session:refreshToken.${sub}`, refreshTokenSchema);
}

/** The accounts that have a token here, in no certain order and some perhaps twice. */
export async function sessionTokenOwners(): Promise<string[]> {
  const keys = Object.keys(await browser.storage.session.get(null));
  return keys.flatMap((key) => /^(?:access|refresh)Token\.(.+)$/.exec(key)?.[1] ?? []);
}

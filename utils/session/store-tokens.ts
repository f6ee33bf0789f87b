import type { TokenSet } from '@/utils/oauth/token-set';
import { allOf } from './all-of';
import { deleteRefreshToken, writeRefreshToken } from './refresh-token';
import { accessTokenItem } from './secret-items';
import type { TokenSource } from './token-source';

/**
 * Stores the tokens of an account, the refresh token first: after a rotation the old one is worth
 * nothing (RFC 9700 §4.14), so the new one must be on disk before anything else happens.
 */
export async function storeTokens(
  sub: string,
  tokens: TokenSet,
  source: TokenSource,
): Promise<void> {
  const { refreshToken: value, accessToken, expiresAt } = tokens;
  await (value === undefined
    ? deleteRefreshToken(sub)
    : writeRefreshToken(sub, { ...source, value }));
  await accessTokenItem(sub).set({ ...source, value: accessToken, expiresAt });
}

/** Forgets the tokens of an account. Both are tried, whatever fails. @throws what the storage threw */
export async function forgetTokens(sub: string): Promise<void> {
  await allOf([deleteRefreshToken(sub), accessTokenItem(sub).remove()]);
}

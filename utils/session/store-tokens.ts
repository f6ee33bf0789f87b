import type { TokenSet } from '@/utils/oauth/token-set';
import { accessTokenItem } from './secret-items';
import { deleteRefreshToken, rotateRefreshToken, writeRefreshToken } from './refresh-token';

/** Stores the tokens of a sign-in. A refresh token of the session before, perhaps of another person, goes. */
export async function storeTokens(tokens: TokenSet): Promise<void> {
  await (tokens.refreshToken ? writeRefreshToken(tokens.refreshToken) : deleteRefreshToken());
  await storeAccessToken(tokens);
}

/**
 * Stores renewed tokens, the refresh token first: after a rotation the old one is worth nothing (RFC 9700 §4.14).
 *
 * @returns false, and stores nothing, when the session that asked for them has ended
 */
export async function rotateTokens(usedRefreshToken: string, tokens: TokenSet): Promise<boolean> {
  const renewed = tokens.refreshToken ?? usedRefreshToken;
  if (!(await rotateRefreshToken(usedRefreshToken, renewed))) return false;
  await storeAccessToken(tokens);
  return true;
}

async function storeAccessToken(tokens: TokenSet): Promise<void> {
  await accessTokenItem.set({
    value: tokens.accessToken,
    expiresAt: tokens.expiresAt,
    scope: tokens.scope,
  });
}

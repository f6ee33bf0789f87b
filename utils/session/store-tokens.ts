import type { TokenSet } from '@/utils/oauth/token-set';
import { accessTokenItem } from './secret-items';
import { writeRefreshToken } from './refresh-token';

/** Stores new tokens, the refresh token first: after a rotation the old one is worth nothing (RFC 9700 §4.14). */
export async function storeTokens(tokens: TokenSet): Promise<void> {
  if (tokens.refreshToken) await writeRefreshToken(tokens.refreshToken);
  await accessTokenItem.set({
    value: tokens.accessToken,
    expiresAt: tokens.expiresAt,
    scope: tokens.scope,
  });
}

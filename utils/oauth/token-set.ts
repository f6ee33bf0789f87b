/** What a token response is good for (RFC 6749 §5.1), times made absolute. */
export interface TokenSet {
  accessToken: string;
  /** Absent when the server issues none, or keeps the old one valid. */
  refreshToken: string | undefined;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** Granted scopes, space-separated. */
  scope: string;
}

/** Lifetime assumed when the server names none: short, so that it is renewed early. */
const UNKNOWN_LIFETIME_SECONDS = 300;

/** Builds a {@link TokenSet} from a response that oauth4webapi has found well-formed. */
export function toTokenSet(
  response: {
    access_token: string;
    refresh_token?: string | undefined;
    expires_in?: number | undefined;
    scope?: string | undefined;
  },
  requestedScope: string,
): TokenSet {
  return {
    accessToken: response.access_token,
    refreshToken: response.refresh_token,
    expiresAt: Date.now() + (response.expires_in ?? UNKNOWN_LIFETIME_SECONDS) * 1000,
    // RFC 6749 §5.1: absent means what was asked for.
    scope: response.scope ?? requestedScope,
  };
}

/**
 * The secrets of one authorization request. They live in a variable for as long as the sign-in window
 * is open, and nowhere else: a background that is stopped loses the answer of the window too, so a
 * stored copy could help nobody but a thief.
 */
export interface PendingAuthorization {
  /** The whole `state` parameter as sent (RFC 6749 §10.12). */
  state: string;
  /** RFC 7636 §4.1. */
  codeVerifier: string;
  /** OpenID Connect Core §3.1.2.1. */
  nonce: string;
  redirectUri: string;
  clientId: string;
  scope: string;
  /** Epoch milliseconds. */
  startedAt: number;
}

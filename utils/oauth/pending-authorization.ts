import * as v from 'valibot';

/** The secrets of one authorization request. They live in `storage.session` and are used once. */
export const pendingAuthorizationSchema = v.object({
  /** The whole `state` parameter as sent (RFC 6749 §10.12). */
  state: v.string(),
  /** RFC 7636 §4.1. */
  codeVerifier: v.string(),
  /** OpenID Connect Core §3.1.2.1. */
  nonce: v.string(),
  redirectUri: v.string(),
  clientId: v.string(),
  scope: v.string(),
  /** Epoch milliseconds. */
  startedAt: v.number(),
});

export type PendingAuthorization = v.InferOutput<typeof pendingAuthorizationSchema>;

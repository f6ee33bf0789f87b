import * as v from 'valibot';

/** The access token as kept in `storage.session`, which no content script can read. */
export const accessTokenSchema = v.object({
  value: v.string(),
  /** Epoch milliseconds, from the moment of receipt and `expires_in` (RFC 6749 §5.1). */
  expiresAt: v.number(),
  /** Granted scopes, space-separated; not always those that were asked for. */
  scope: v.string(),
});

import * as v from 'valibot';
import { tokenSourceSchema } from './token-source';

/** An access token as kept in `storage.session`, which no content script can read. */
export const accessTokenSchema = v.object({
  ...tokenSourceSchema.entries,
  value: v.string(),
  /** Epoch milliseconds, from the moment of receipt and `expires_in` (RFC 6749 §5.1). */
  expiresAt: v.number(),
});

export type AccessTokenRecord = v.InferOutput<typeof accessTokenSchema>;

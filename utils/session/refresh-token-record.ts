import * as v from 'valibot';
import { tokenSourceSchema } from './token-source';

/** A refresh token, bound to the app and the server it came from (RFC 6749 §6, RFC 9700 §4.14). */
export const refreshTokenSchema = v.object({ ...tokenSourceSchema.entries, value: v.string() });

export type RefreshToken = v.InferOutput<typeof refreshTokenSchema>;

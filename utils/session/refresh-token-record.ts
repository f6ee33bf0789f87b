import * as v from 'valibot';

/** A refresh token, bound to the app and the server it came from (RFC 6749 §6, RFC 9700 §4.14). */
export const refreshTokenSchema = v.object({
  value: v.string(),
  clientId: v.string(),
  issuer: v.string(),
});

export type RefreshToken = v.InferOutput<typeof refreshTokenSchema>;

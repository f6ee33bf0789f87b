import * as v from 'valibot';

/** The app and the server that a token came from; it is sent in the name of no other, and to no other. */
export const tokenSourceSchema = v.object({ clientId: v.string(), issuer: v.string() });

export type TokenSource = v.InferOutput<typeof tokenSourceSchema>;

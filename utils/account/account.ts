import * as v from 'valibot';

/** Who is signed in, as every extension page may know it: no token, no e-mail address. */
export const accountSchema = v.object({
  /** Stable id (OpenID Connect Core §2, `sub`). */
  sub: v.string(),
  username: v.string(),
  fullName: v.string(),
  isPro: v.boolean(),
  organizations: v.array(v.object({ sub: v.string(), name: v.string(), username: v.string() })),
  /** A `data:` URL: pages load no remote picture. */
  picture: v.optional(v.string()),
});

export type Account = v.InferOutput<typeof accountSchema>;

import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';

/** An account as every extension page may know it: no token. */
export const accountSchema = storedObject({
  /** Stable id (OpenID Connect Core §2, `sub`). */
  sub: v.string(),
  username: v.string(),
  fullName: v.string(),
  isPro: v.boolean(),
  /** Comes with the scope `email`. */
  email: v.optional(v.string()),
  /** Whether a payment method is set up. Comes with the scope `read-billing`. */
  canPay: v.optional(v.boolean()),
  organizations: v.array(
    storedObject({
      sub: v.string(),
      name: v.string(),
      username: v.string(),
      /** The person's role. Comes with the scope `read-memberships`. */
      role: v.optional(v.string()),
      /** Whether runs can be billed to it: it has a plan, or a payment method is known to be set up. */
      canPay: v.optional(v.boolean()),
    }),
  ),
  /** A `data:` URL: pages load no remote picture. */
  picture: v.optional(v.string()),
  /** What the server granted (RFC 6749 §3.3), which is not always what was asked for. */
  scopes: v.array(v.string()),
  /** `ended` when the server no longer accepts its tokens: the person has to sign in again. */
  session: v.picklist(['open', 'ended']),
});

export type Account = v.InferOutput<typeof accountSchema>;

/** What a newer version has stored of an account, and this one does not know. */
export function unknownMembers(account: Account): object {
  return Object.fromEntries(
    Object.entries(account).filter(([name]) => !Object.hasOwn(accountSchema.entries, name)),
  );
}

import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import { Failure } from '@/utils/errors/failure';
import { insecureOnLoopback, type AuthorizationServer } from './authorization-server';
import { refusedAs } from './refusal';

/**
 * The parts of Hugging Face's userinfo that are used. Only `sub`, `isPro` and `orgs` are always
 * there; name and picture come with the `profile` scope (Hugging Face OpenAPI, /oauth/userinfo).
 */
const userinfoSchema = v.object({
  sub: v.string(),
  name: v.optional(v.string()),
  preferred_username: v.optional(v.string()),
  picture: v.optional(v.string()),
  /** Comes with the scope `email`. */
  email: v.optional(v.string()),
  /** Comes with the scope `read-billing`. */
  canPay: v.optional(v.boolean()),
  isPro: v.optional(v.boolean(), false),
  orgs: v.optional(
    v.array(
      v.object({
        sub: v.string(),
        name: v.string(),
        preferred_username: v.optional(v.string(), ''),
        /** Comes with the scope `read-memberships`. */
        roleInOrg: v.optional(v.string()),
        plan: v.optional(v.string()),
        /** Comes with the scope `read-billing`. */
        canPay: v.optional(v.boolean()),
      }),
    ),
    [],
  ),
});

export type Userinfo = v.InferOutput<typeof userinfoSchema>;

/**
 * Asks who the access token belongs to (OpenID Connect Core §5.3).
 *
 * @param token its `expectedSub` is the ID token's `sub`, and another one is refused; `undefined` where the
 *   flow brought no ID token
 * @throws Failure
 */
export async function fetchUserinfo(
  server: AuthorizationServer,
  clientId: string,
  token: { accessToken: string; expectedSub: string | undefined },
): Promise<Userinfo> {
  return await refusedAs('userinfo', async () => {
    const client = { client_id: clientId };
    const options = insecureOnLoopback(server.issuer);
    const response = await oauth.userInfoRequest(server, client, token.accessToken, options);
    const expected = token.expectedSub ?? oauth.skipSubjectCheck;
    const claims = await oauth.processUserInfoResponse(server, client, expected, response);
    const parsed = v.safeParse(userinfoSchema, claims);
    if (!parsed.success) throw new Failure({ kind: 'sign-in-refused', check: 'userinfo' });
    return parsed.output;
  });
}

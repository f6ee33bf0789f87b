import type { AccountClaims } from 'oidc-provider';
import { pictureOf, type Person } from './accounts.ts';

export interface UserinfoOrigins {
  readonly origin: string;
  readonly picturesOrigin: string;
}

/** Which claims come with which scope (Hugging Face OpenAPI, `/oauth/userinfo`). */
export const CLAIMS_BY_SCOPE: Readonly<Record<string, readonly string[]>> = {
  openid: ['sub', 'isPro', 'orgs'],
  profile: ['name', 'preferred_username', 'profile', 'picture'],
  email: ['email', 'email_verified'],
  'read-billing': ['canPay', 'billingMode'],
};

/** Everything userinfo can say of a person; the provider keeps what the scopes allow. */
export function userinfoOf(
  person: Person,
  scope: string,
  { origin, picturesOrigin }: UserinfoOrigins,
): AccountClaims {
  const scopes = new Set(scope.split(' '));
  return {
    sub: person.id,
    isPro: person.isPro,
    orgs: person.orgs.map((org) => ({
      sub: org.id,
      name: org.fullname,
      picture: pictureOf(org.name, picturesOrigin),
      preferred_username: org.name,
      ...(org.plan === undefined ? {} : { plan: org.plan }),
      ...(scopes.has('read-billing') ? { canPay: org.canPay } : {}),
      ...(scopes.has('read-memberships') ? { roleInOrg: org.role } : {}),
    })),
    name: person.fullname,
    preferred_username: person.name,
    profile: `${origin}/${person.name}`,
    picture: pictureOf(person.name, picturesOrigin),
    email: person.email,
    email_verified: true,
    canPay: person.canPay,
    billingMode: 'postpaid',
  };
}

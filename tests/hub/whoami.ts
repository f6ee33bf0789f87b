import { pictureOf } from './accounts.ts';
import type { Access } from './access.ts';
import type { Exchange } from './exchange.ts';
import { sendJson } from './respond.ts';

/** `GET /api/whoami-v2` (Hugging Face OpenAPI). */
export function answerWhoami({ response }: Exchange, access: Access, picturesOrigin: string): void {
  if (access.kind !== 'granted') {
    sendJson(response, 401, { error: 'Invalid username or password.' });
    return;
  }
  const { person, scopes, expiresAt } = access;
  sendJson(response, 200, {
    type: 'user',
    id: person.id,
    name: person.name,
    fullname: person.fullname,
    ...(scopes.has('email') ? { email: person.email, emailVerified: true } : {}),
    ...(scopes.has('read-billing') ? { canPay: person.canPay, billingMode: 'postpaid' } : {}),
    isPro: person.isPro,
    avatarUrl: pictureOf(person.name, picturesOrigin),
    orgs: person.orgs.map((org) => ({
      type: 'org',
      id: org.id,
      name: org.name,
      fullname: org.fullname,
      avatarUrl: pictureOf(org.name, picturesOrigin),
      ...(org.plan === undefined ? {} : { plan: org.plan }),
      ...(scopes.has('read-billing') ? { canPay: org.canPay } : {}),
      ...(scopes.has('read-memberships') ? { roleInOrg: org.role } : {}),
    })),
    auth: { type: 'access_token', expiresAt: new Date(expiresAt * 1000).toISOString() },
  });
}

import type { Account } from '@/utils/account/account';
import { readPicture } from '@/utils/hub/picture';
import type { Userinfo } from '@/utils/oauth/userinfo';

/**
 * What the extension keeps of userinfo. A missing name or picture is normal: the scope may not be granted.
 *
 * @param scopes those that were granted
 */
export async function toAccount(userinfo: Userinfo, scopes: string[]): Promise<Account> {
  const username = userinfo.preferred_username ?? userinfo.sub;
  const picture = userinfo.picture && (await readPicture(userinfo.picture));
  // More than was granted is not kept, whatever the server sends.
  const granted = <T>(scope: string, value: T) => (scopes.includes(scope) ? value : undefined);
  return {
    sub: userinfo.sub,
    username,
    fullName: userinfo.name ?? username,
    isPro: userinfo.isPro,
    email: granted('email', userinfo.email),
    canPay: granted('read-billing', userinfo.canPay),
    organizations: userinfo.orgs.map((organization) => ({
      sub: organization.sub,
      name: organization.name,
      username: organization.preferred_username,
      role: granted('read-memberships', organization.roleInOrg),
      canPay: organization.plan !== undefined || granted('read-billing', organization.canPay),
    })),
    picture: picture || undefined,
    scopes: scopes.filter((scope) => scope !== ''),
    session: 'open',
  };
}

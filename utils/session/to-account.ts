import type { Account } from '@/utils/account/account';
import { readPicture } from '@/utils/hub/picture';
import type { Userinfo } from '@/utils/oauth/userinfo';

/** What the extension keeps of userinfo. A missing name or picture is normal: the scope may not be granted. */
export async function toAccount(userinfo: Userinfo): Promise<Account> {
  const username = userinfo.preferred_username ?? userinfo.sub;
  const picture = userinfo.picture && (await readPicture(userinfo.picture));
  return {
    sub: userinfo.sub,
    username,
    fullName: userinfo.name ?? username,
    isPro: userinfo.isPro,
    organizations: userinfo.orgs.map((organization) => ({
      sub: organization.sub,
      name: organization.name,
      username: organization.preferred_username,
    })),
    ...(picture ? { picture } : {}),
  };
}

import { i18n } from '#i18n';
import { lazy } from '@/components/ui/lazy';
import { Menu } from '@/components/ui/menu';
import type { Account } from '@/utils/account/account';
import { formatList } from '@/utils/format/lists';
import type { AccountMenuProps } from './account-menu';
import { AccountWho } from './account-who';
import { Avatar } from './avatar';

const AccountMenu = lazy(() => import('./account-menu').then((module) => module.AccountMenu));

/** Who is signed in, at a glance, and the menu for everything about the accounts. */
export function AccountHeader(props: { account: Account } & AccountMenuProps) {
  const { account, ...menu } = props;
  const organizations = account.organizations.map(({ name }) => name);
  return (
    <header class="account">
      <Avatar account={account} />
      <AccountWho account={account}>
        {organizations.length > 0 && (
          <span class="account-organizations" title={i18n.t('account.organizations')}>
            {formatList(organizations)}
          </span>
        )}
      </AccountWho>
      <Menu label={i18n.t('account.menu')} icon="chevron" load={AccountMenu.load}>
        <AccountMenu {...menu} />
      </Menu>
    </header>
  );
}

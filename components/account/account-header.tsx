import { i18n } from '#i18n';
import { lazy } from '@/components/ui/lazy';
import { Menu } from '@/components/ui/menu';
import { Tooltip } from '@/components/ui/tooltip';
import type { Account } from '@/utils/account/account';
import { formatList } from '@/utils/format/lists';
import type { AccountMenuProps } from './account-menu';
import { AccountWho } from './account-who';
import { Avatar } from './avatar';

const AccountMenu = lazy(() => import('./account-menu').then((module) => module.AccountMenu));

/** Who is signed in, at a glance, and the menu for everything about the accounts. */
export function AccountHeader(props: { account: Account } & AccountMenuProps) {
  const { account, ...menu } = props;
  const organizations = formatList(account.organizations.map(({ name }) => name));
  return (
    <header class="account">
      <Avatar account={account} />
      <AccountWho account={account}>
        {organizations && (
          // Where there is no room for all of them.
          <Tooltip words={i18n.t('options.organizations', { names: organizations })}>
            {(words) => (
              // By the keyboard, too, they must be there to be read.
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
              <span class="account-organizations" tabIndex={0} aria-describedby={words}>
                {organizations}
              </span>
            )}
          </Tooltip>
        )}
      </AccountWho>
      <Menu label={i18n.t('account.menu')} icon="chevron" load={AccountMenu.load}>
        <AccountMenu {...menu} />
      </Menu>
    </header>
  );
}

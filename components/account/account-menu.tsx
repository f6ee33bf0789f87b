import { i18n } from '#i18n';
import { MenuItem } from '@/components/ui/menu-item';
import type { Account } from '@/utils/account/account';
import { AccountName } from './account-name';

/** Links of the account menu; addresses are the caller's, components know no host. */
export interface AccountLinks {
  profile: string;
  billing: string;
  connectedApps: string;
}

/** What the account menu offers. */
export interface AccountMenuProps {
  /** All on the list but the one in use. */
  others: readonly Account[];
  links: AccountLinks;
  onSwitch: (account: Account) => void;
  onAdd: () => void;
  onOptions: () => void;
  onSignOut: () => void;
}

/** The other accounts, and everything about the one in use. */
export function AccountMenu(props: AccountMenuProps) {
  const { others, links } = props;
  return (
    <>
      {others.length > 0 && (
        <div role="group" class="menu-group" aria-label={i18n.t('account.others')}>
          {others.map((account) => (
            <MenuItem key={account.sub} onChoose={() => props.onSwitch(account)}>
              <AccountName
                account={account}
                note={account.session === 'ended' && i18n.t('account.ended')}
              />
            </MenuItem>
          ))}
        </div>
      )}
      <MenuItem onChoose={props.onAdd}>{i18n.t('account.add')}</MenuItem>
      <hr />
      <MenuItem href={links.profile}>{i18n.t('account.profile')}</MenuItem>
      <MenuItem href={links.billing}>{i18n.t('account.billing')}</MenuItem>
      <MenuItem href={links.connectedApps}>{i18n.t('account.connectedApps')}</MenuItem>
      <MenuItem onChoose={props.onOptions}>{i18n.t('account.options')}</MenuItem>
      <MenuItem onChoose={props.onSignOut}>{i18n.t('account.signOut')}</MenuItem>
    </>
  );
}

import { i18n } from '#i18n';
import { PageLink } from '@/components/ui/page-link';
import type { Account } from '@/utils/account/account';
import { AccountButtons } from './account-buttons';

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
        <AccountButtons
          label={i18n.t('account.others')}
          accounts={others}
          onChoose={props.onSwitch}
        />
      )}
      <MenuButton onClick={props.onAdd}>{i18n.t('account.add')}</MenuButton>
      <hr />
      <MenuLink href={links.profile}>{i18n.t('account.profile')}</MenuLink>
      <MenuLink href={links.billing}>{i18n.t('account.billing')}</MenuLink>
      <MenuLink href={links.connectedApps}>{i18n.t('account.connectedApps')}</MenuLink>
      <MenuButton onClick={props.onOptions}>{i18n.t('account.options')}</MenuButton>
      <MenuButton onClick={props.onSignOut}>{i18n.t('account.signOut')}</MenuButton>
    </>
  );
}

function MenuLink(props: { href: string; children: string }) {
  return (
    <PageLink class="menu-entry" href={props.href}>
      {props.children}
    </PageLink>
  );
}

function MenuButton(props: { onClick: () => void; children: string }) {
  return (
    <button type="button" class="menu-entry" onClick={props.onClick}>
      {props.children}
    </button>
  );
}

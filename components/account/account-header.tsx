import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Account } from '@/utils/account/account';
import { Avatar } from './avatar';

/** Links of the account menu; addresses are the caller's, components know no host. */
export interface AccountLinks {
  profile: string;
  billing: string;
  connectedApps: string;
}

/** Who is signed in, at a glance, and the menu for everything about the account. */
export function AccountHeader(props: {
  account: Account;
  links: AccountLinks;
  onSignOut: () => void;
  onOptions: () => void;
}) {
  const { account, links } = props;
  const isOpen = useSignal(false);
  const header = useRef<HTMLElement>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  const organizations = account.organizations.map(({ name }) => name);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen.value) return;
    // The first Escape closes the menu, not the popup.
    event.preventDefault();
    isOpen.value = false;
    menuButton.current?.focus();
  };
  const closeUnlessWithin = (target: EventTarget | null) => {
    if (target instanceof Node && !header.current?.contains(target)) isOpen.value = false;
  };
  useEffect(() => {
    if (!isOpen.value) return;
    const onPointerDown = ({ target }: Event) => closeUnlessWithin(target);
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen.value]);
  return (
    // The keys of its buttons and links bubble to it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <header
      ref={header}
      class="account"
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => closeUnlessWithin(relatedTarget)}
    >
      <Avatar account={account} />
      <div class="account-who">
        <p class="account-name">
          <span class="account-full-name">{account.fullName}</span>{' '}
          {account.isPro && <span class="badge">{i18n.t('account.pro')}</span>}
        </p>
        <p class="hint account-line">
          <span class="account-username">@{account.username}</span>{' '}
          {organizations.length > 0 && (
            <span class="account-organizations" title={i18n.t('account.organizations')}>
              {organizations.join(', ')}
            </span>
          )}
        </p>
      </div>
      <button
        type="button"
        ref={menuButton}
        class="button button-quiet"
        aria-expanded={isOpen.value}
        aria-controls="account-menu"
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {i18n.t('account.menu')}
      </button>
      <div id="account-menu" class="account-menu" hidden={!isOpen.value}>
        <MenuLink href={links.profile}>{i18n.t('account.profile')}</MenuLink>
        <MenuLink href={links.billing}>{i18n.t('account.billing')}</MenuLink>
        <MenuLink href={links.connectedApps}>{i18n.t('account.connectedApps')}</MenuLink>
        <button type="button" class="menu-entry" onClick={props.onOptions}>
          {i18n.t('account.options')}
        </button>
        <button type="button" class="menu-entry" onClick={props.onSignOut}>
          {i18n.t('account.signOut')}
        </button>
      </div>
    </header>
  );
}

function MenuLink(props: { href: string; children: string }) {
  return (
    <a class="menu-entry" href={props.href} target="_blank" rel="noreferrer">
      {props.children}
    </a>
  );
}

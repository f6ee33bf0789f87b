import { i18n } from '#i18n';
import { useDisclosure } from '@/components/ui/use-disclosure';
import type { Account } from '@/utils/account/account';
import { formatList } from '@/utils/format/lists';
import { AccountMenu, type AccountMenuProps } from './account-menu';
import { AccountWho } from './account-who';
import { Avatar } from './avatar';

/** Who is signed in, at a glance, and the menu for everything about the accounts. */
export function AccountHeader(props: { account: Account } & AccountMenuProps) {
  const { account, ...menu } = props;
  const organizations = account.organizations.map(({ name }) => name);
  const { isOpen, container, button, close, onKeyDown, onFocusOut } = useDisclosure<HTMLElement>();
  return (
    // The keys of its buttons and links bubble to it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <header ref={container} class="account" onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      <Avatar account={account} />
      <AccountWho account={account}>
        {organizations.length > 0 && (
          <span class="account-organizations" title={i18n.t('account.organizations')}>
            {formatList(organizations)}
          </span>
        )}
      </AccountWho>
      <button
        type="button"
        ref={button}
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
        <AccountMenu
          {...menu}
          onSwitch={(other) => {
            close();
            menu.onSwitch(other);
          }}
          onAdd={() => {
            close();
            menu.onAdd();
          }}
          onSignOut={() => {
            // It may ask first, below.
            close();
            menu.onSignOut();
          }}
        />
      </div>
    </header>
  );
}

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { List } from '@/components/ui/list';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { Account } from '@/utils/account/account';
import { AccountRow, type AccountRowControls } from './account-row';

/** Everybody on the list, who of them is in use, and one more. */
export function AccountList(
  props: {
    accounts: readonly Account[];
    /** Also when its session has ended: the way to sign in to it stands elsewhere then. */
    inUse: Account | undefined;
    isWaiting: boolean;
    /** How adding an account goes. */
    state: ComponentChildren;
    onAdd: () => void;
  } & AccountRowControls,
) {
  const { accounts, inUse, isWaiting, state, onAdd, ...controls } = props;
  const titleId = useId();
  const list = useKeptFocus<HTMLDivElement>();
  return (
    <div ref={list} class="accounts" role="group" aria-labelledby={titleId} tabIndex={-1}>
      <h3 id={titleId}>{i18n.t('options.accounts')}</h3>
      <List items={accounts} keyOf={({ sub }) => sub}>
        {(account) => (
          <AccountRow
            account={account}
            isInUse={account.sub === inUse?.sub}
            isWaiting={isWaiting}
            {...controls}
          />
        )}
      </List>
      {inUse && (
        <p class="row">
          <Button disabled={isWaiting} onClick={onAdd}>
            {i18n.t('account.add')}
          </Button>
        </p>
      )}
      {state}
    </div>
  );
}

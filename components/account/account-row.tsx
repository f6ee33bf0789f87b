import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import type { Account } from '@/utils/account/account';
import { AccountName } from './account-name';

/** What can be done with an account of the list. */
export interface AccountRowControls {
  onUse: (account: Account) => void;
  onSignInAgain: (account: Account) => void;
  onSignOut: (account: Account) => void;
}

/** One account of the list with its controls, which its name tells apart from those of the others. */
export function AccountRow(
  props: { account: Account; isInUse: boolean; isWaiting: boolean } & AccountRowControls,
) {
  const { account, isInUse } = props;
  const isOpen = account.session === 'open';
  const row = useKeptFocus<HTMLDivElement>();
  const nameId = useId();
  return (
    <div ref={row} class="account account-row" role="group" aria-labelledby={nameId} tabIndex={-1}>
      <span id={nameId} class="account">
        <AccountName account={account} />
      </span>
      {isInUse && isOpen && <span class="hint">{i18n.t('options.inUse')}</span>}
      {!isInUse && isOpen && (
        <Button onClick={() => props.onUse(account)}>{i18n.t('options.use')}</Button>
      )}
      {!isInUse && !isOpen && (
        <Button disabled={props.isWaiting} onClick={() => props.onSignInAgain(account)}>
          {i18n.t('account.ended')}
        </Button>
      )}
      <Button kind="quiet" onClick={() => props.onSignOut(account)}>
        {i18n.t('account.signOut')}
      </Button>
    </div>
  );
}

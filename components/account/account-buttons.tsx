import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import type { Account } from '@/utils/account/account';
import { AccountName } from './account-name';

/** Accounts to choose from, a button each. One whose session has ended says that it asks for a sign-in. */
export function AccountButtons(props: {
  label: string;
  accounts: readonly Account[];
  onChoose: (account: Account) => void;
}) {
  return (
    <div class="account-buttons" role="group" aria-label={props.label}>
      {props.accounts.map((account) => (
        <Button key={account.sub} class="account-button" onClick={() => props.onChoose(account)}>
          <AccountName
            account={account}
            note={account.session === 'ended' && i18n.t('account.ended')}
          />
        </Button>
      ))}
    </div>
  );
}

import { i18n } from '#i18n';
import type { Account } from '@/utils/account/account';
import { BillingPermission } from './billing-permission';

/** Who pays: the person, or an organization of theirs that can. */
export function BillToChoice(props: {
  account: Account;
  /** User name of the organization; `undefined` where the person pays. */
  billTo: string | undefined;
  /** What an administrator has decided. */
  managed: string | undefined;
  onChoose: (billTo: string | null) => void;
}) {
  const { account, billTo, managed } = props;
  if (managed !== undefined) return <p>{i18n.t('money.managedPayer', { name: managed })}</p>;
  const payers = account.organizations.filter(({ canPay }) => canPay);
  // One that was chosen once and can't pay any more must be seen, to be taken back.
  const isLost = billTo !== undefined && !payers.some(({ username }) => username === billTo);
  return (
    <div class="field">
      <label class="field-inline">
        <span>{i18n.t('money.billTo')}</span>
        <select
          value={billTo ?? ''}
          onChange={(event) => props.onChoose(event.currentTarget.value || null)}
        >
          <option value="">{i18n.t('money.you', { username: account.username })}</option>
          {payers.map(({ username, name }) => (
            <option key={username} value={username}>
              {name}
            </option>
          ))}
          {isLost && <option value={billTo}>{i18n.t('money.cannotPay', { name: billTo })}</option>}
        </select>
      </label>
      {payers.length === 0 && <p class="hint">{i18n.t('money.noPayers')}</p>}
      {payers.length === 0 && !account.scopes.includes('read-billing') && (
        <BillingPermission why={i18n.t('money.payersUnread')} />
      )}
    </div>
  );
}

import type { Account } from '@/utils/account/account';
import { Avatar } from './avatar';

/** Who an account is. */
export function AccountName(props: {
  account: Account;
  /** Said beside the user name. */
  note?: string | false;
}) {
  const { account } = props;
  return (
    <>
      <Avatar account={account} />
      <span class="account-who">
        <span class="account-name">
          <span class="account-full-name">{account.fullName}</span>
        </span>{' '}
        <span class="hint account-line">
          <bdi class="account-username">@{account.username}</bdi>
          {props.note && <span class="account-note"> {props.note}</span>}
        </span>
      </span>
    </>
  );
}

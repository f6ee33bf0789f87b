import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Account } from '@/utils/account/account';

/** The names of the account in use, and its address where that is known. */
export function AccountWho(props: {
  account: Account;
  /** Stands beside the user name. */
  children?: ComponentChildren;
}) {
  const { account } = props;
  return (
    <div class="account-who">
      <p class="account-name">
        <span class="account-full-name">{account.fullName}</span>{' '}
        {account.isPro && <span class="badge">{i18n.t('account.pro')}</span>}
      </p>
      <p class="hint account-line">
        <bdi class="account-username">@{account.username}</bdi> {props.children}
      </p>
      {account.email && (
        <p class="hint account-email">
          <bdi>{account.email}</bdi>
        </p>
      )}
    </div>
  );
}

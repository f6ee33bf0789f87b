import { i18n } from '#i18n';
import type { Account } from '@/utils/account/account';
import { formatList } from '@/utils/format/lists';
import { AccountWho } from './account-who';
import { Avatar } from './avatar';
import { roleName } from './role-name';

/** All that is known of the account in use. */
export function AccountDetails(props: { account: Account }) {
  const { account } = props;
  const { organizations, canPay } = account;
  return (
    <>
      <div class="account">
        <Avatar account={account} />
        <AccountWho account={account} />
      </div>
      {organizations.length > 0 && (
        <p>
          {i18n.t('options.organizations', {
            names: formatList(organizations.map(organizationWithRole)),
          })}
        </p>
      )}
      {canPay !== undefined && (
        <p>{canPay ? i18n.t('options.paymentReady') : i18n.t('options.paymentMissing')}</p>
      )}
    </>
  );
}

function organizationWithRole({ name, role }: Account['organizations'][number]): string {
  return role ? i18n.t('options.withRole', { name, role: roleName(role) }) : name;
}

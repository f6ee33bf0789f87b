import { i18n } from '#i18n';

/** What a sign-in is for, and who pays, before anybody is asked. */
export function MayDo(props: {
  /** User name of the organization that pays; otherwise it is the person. */
  billingOrganization: string | undefined;
}) {
  const { billingOrganization: organization } = props;
  return (
    <p class="hint">
      {i18n.t('account.mayDo')}{' '}
      {organization === undefined
        ? i18n.t('account.youPay')
        : i18n.t('account.organizationPays', { organization })}
    </p>
  );
}

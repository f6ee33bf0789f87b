import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useSaving } from '@/components/ui/use-saving';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';
import { loadMoneyModel, type MoneyModel } from '@/utils/state/money-model';
import { SpendingHistory } from './spending-history';
import { SpendingLimits } from './spending-limits';

/** What was spent, on what, and where to be asked first. */
export function SpendingSection({ app }: { app: AppModel }) {
  const account = app.inUse.value;
  const saving = useSaving();
  const money = useSignal<MoneyModel | undefined>(undefined);
  useEffect(() => {
    void loadMoneyModel(app.inUse).then((model) => {
      money.value = model;
    });
  }, []);
  const canRead = account?.scopes.includes('read-billing') ?? false;
  useEffect(() => {
    // Without the permission there is nothing to ask for.
    if (!canRead || account?.session !== 'open') return;
    void request('billing.refresh', {}).then((result) => {
      if (!result.ok) saving.show(result.error);
    });
  }, [account?.sub, account?.session, canRead]);
  return (
    <section id="spending">
      <h2>{i18n.t('money.title')}</h2>
      <RequestFailure error={saving.error} />
      {!account && <p class="hint">{i18n.t('money.signedOut')}</p>}
      {account && money.value && (
        <>
          <SpendingHistory key={account.sub} money={money.value} canReadBilling={canRead} />
          <SpendingLimits
            account={account}
            settings={app.settings.value}
            managedPayer={app.configuration.value.billingOrganization}
            onChange={(change) =>
              saving.attempt(request('settings.change', { sub: account.sub, change }))
            }
          />
        </>
      )}
    </section>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { PageLink } from '@/components/ui/page-link';
import { formatUsd } from '@/utils/format/numbers';
import type { AppModel } from '@/utils/state/app-model';
import { loadMoneyModel, type MoneyModel } from '@/utils/state/money-model';

/** What the month has cost so far, and the way to what it went to. */
export function SpentLine({ app }: { app: AppModel }) {
  const money = useSignal<MoneyModel | undefined>(undefined);
  useEffect(() => {
    void loadMoneyModel(app.account).then((model) => {
      money.value = model;
    });
  }, []);
  const spent = money.value?.spent.value;
  if (!spent || spent.usd === 0) return null;
  return (
    <PageLink href="/options.html#spending">
      {i18n.t('money.thisMonth', {
        used: formatUsd(spent.usd),
        included: formatUsd(spent.includedUsd),
      })}
    </PageLink>
  );
}

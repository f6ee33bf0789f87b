import { i18n } from '#i18n';
import { PageLink } from '@/components/ui/page-link';
import { formatUsd } from '@/utils/format/numbers';
import type { MoneyModel } from '@/utils/state/money-model';

/** What the month has cost so far, and the way to what it went to. */
export function SpentLine({ money }: { money: MoneyModel }) {
  const spent = money.spent.value;
  if (spent.usd === 0) return null;
  return (
    <PageLink href="/options.html#spending">
      {i18n.t('money.thisMonth', {
        used: formatUsd(spent.usd),
        included: formatUsd(spent.includedUsd),
      })}
    </PageLink>
  );
}

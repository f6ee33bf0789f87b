import { i18n } from '#i18n';
import { formatUsd } from '@/utils/format/numbers';
import { INCLUDED_CREDIT } from '@/utils/money/included-credit';
import type { Spent } from '@/utils/money/spent';

/** What the month has cost so far, of what the plan includes, and whose count that is. */
export function SpentSummary({ spent }: { spent: Spent }) {
  const used = formatUsd(spent.usd);
  const included = formatUsd(spent.includedUsd);
  return (
    <>
      <p class="spent">{i18n.t('money.spentOf', { used, included })}</p>
      <p class="hint">
        {spent.isByHub
          ? i18n.t('money.byHub')
          : i18n.t('money.byUs', { date: INCLUDED_CREDIT.asOf })}{' '}
        {spent.estimatedUsd > 0 &&
          i18n.t('money.partEstimated', { cost: formatUsd(spent.estimatedUsd) })}
      </p>
    </>
  );
}

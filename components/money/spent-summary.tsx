import { i18n } from '#i18n';
import { formatUsd } from '@/utils/format/numbers';
import { INCLUDED_CREDIT } from '@/utils/money/included-credit';
import type { Spent } from '@/utils/money/spent';
import { BillingPermission } from './billing-permission';

/** What the month has cost so far, of what the plan includes, and whose figure each is. */
export function SpentSummary(props: {
  spent: Spent;
  /** Hugging Face's own figures may be read. */
  canReadBilling: boolean;
}) {
  const { usd, includedUsd, estimatedUsd, isByHub, isIncludedByHub } = props.spent;
  const used = formatUsd(usd);
  const included = formatUsd(includedUsd);
  const words = [
    isByHub ? i18n.t('money.byHub') : i18n.t('money.byUs'),
    isIncludedByHub
      ? !isByHub && i18n.t('money.includedByHub')
      : i18n.t('money.includedByDocumentation', { date: INCLUDED_CREDIT.asOf }),
    estimatedUsd > 0 && i18n.t('money.partEstimated', { cost: formatUsd(estimatedUsd) }),
  ];
  return (
    <>
      <p class="spent">{i18n.t('money.spentOf', { used, included })}</p>
      <p class="hint">{words.filter(Boolean).join(' ')}</p>
      {!props.canReadBilling && <BillingPermission why={i18n.t('money.realFigures')} />}
    </>
  );
}

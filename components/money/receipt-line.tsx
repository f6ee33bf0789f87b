import { i18n } from '#i18n';
import { formatCount, formatUsd } from '@/utils/format/numbers';
import { plural } from '@/utils/format/plural';
import { formatDuration } from '@/utils/format/times';
import type { Receipt } from '@/utils/runs/run';

/** What a run has used and cost, on one line. Whatever is an estimate says so. */
export function ReceiptLine({ receipt }: { receipt: Receipt }) {
  return (
    <p class="hint" role="group" aria-label={i18n.t('money.receipt')}>
      {factsOf(receipt).join(' · ')}
    </p>
  );
}

function factsOf(receipt: Receipt): string[] {
  const { inputTokens, outputTokens, isEstimated, isPriceEstimated } = receipt;
  const { costUsd, provider, billTo, firstTokenMs, tokensPerSecond } = receipt;
  const tokens = { input: formatCount(inputTokens), output: formatCount(outputTokens) };
  return [
    costUsd !== undefined && priceOf(costUsd, isEstimated || isPriceEstimated),
    billTo !== undefined && i18n.t('money.paidBy', { name: billTo }),
    isEstimated ? i18n.t('money.tokensEstimated', tokens) : i18n.t('money.tokens', tokens),
    provider,
    firstTokenMs !== undefined && i18n.t('money.firstWord', { time: formatDuration(firstTokenMs) }),
    tokensPerSecond !== undefined && plural('money.speed', tokensPerSecond),
  ].filter((fact) => fact !== false && fact !== undefined);
}

function priceOf(usd: number, isEstimated = false): string {
  if (usd === 0) return i18n.t('money.free');
  const cost = formatUsd(usd);
  return isEstimated ? i18n.t('money.costEstimated', { cost }) : cost;
}

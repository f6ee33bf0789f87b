import { useSignal } from '@preact/signals';
import { i18n } from '#i18n';
import { SpendingChart } from '@/components/money/spending-chart';
import { SpentSummary } from '@/components/money/spent-summary';
import { isActionId } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';
import { formatUsd } from '@/utils/format/numbers';
import { plural } from '@/utils/format/plural';
import { formatMonth } from '@/utils/format/times';
import { monthOf } from '@/utils/money/ledger';
import { totalOf, totalsBy } from '@/utils/money/totals';
import type { MoneyModel } from '@/utils/state/money-model';

/** This month's spending, and what any month's went to. */
export function SpendingHistory(props: {
  money: MoneyModel;
  /** Hugging Face's own figures may be read. */
  canReadBilling: boolean;
}) {
  const { money, canReadBilling } = props;
  const now = monthOf(Date.now());
  const chosen = useSignal(now);
  const ledger = money.ledger.value;
  const months = [...new Set([now, ...Object.keys(ledger)])].toSorted().toReversed();
  const entries = ledger[chosen.value] ?? [];
  const total = totalOf(entries);
  const byAction = totalsBy(entries, 'action').map(({ name, total: sum }) => ({
    name: isActionId(name) ? actionTitle(name) : name,
    total: sum,
  }));
  return (
    <>
      <SpentSummary spent={money.spent.value} canReadBilling={canReadBilling} />
      <label class="field-inline">
        <span>{i18n.t('money.month')}</span>
        <select
          value={chosen.value}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          {months.map((month) => (
            <option key={month} value={month}>
              {formatMonth(month)}
            </option>
          ))}
        </select>
      </label>
      {entries.length === 0 ? (
        <p class="hint">{i18n.t('money.nothingYet')}</p>
      ) : (
        <>
          <p>
            {plural('money.monthTotal', total.runs, { cost: formatUsd(total.costUsd) })}{' '}
            {total.billedUsd > 0 &&
              i18n.t('money.partBilled', { cost: formatUsd(total.billedUsd) })}{' '}
            {total.unpriced > 0 && plural('money.partUnpriced', total.unpriced)}
          </p>
          <SpendingChart caption={i18n.t('money.byModel')} rows={totalsBy(entries, 'model')} />
          <SpendingChart caption={i18n.t('money.byAction')} rows={byAction} />
        </>
      )}
      <p class="hint">{i18n.t('money.kept')}</p>
    </>
  );
}

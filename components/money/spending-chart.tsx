import { i18n } from '#i18n';
import { formatUsd } from '@/utils/format/numbers';
import { plural } from '@/utils/format/plural';
import type { Total } from '@/utils/money/totals';

/** What was spent, a bar for each: a table, so that it is read as well as seen. */
export function SpendingChart(props: {
  caption: string;
  rows: readonly { name: string; total: Total }[];
}) {
  const most = Math.max(...props.rows.map(({ total }) => total.costUsd));
  return (
    <table class="spending">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('money.what')}</th>
          <th scope="col">{i18n.t('money.share')}</th>
          <th scope="col">{i18n.t('money.cost')}</th>
          <th scope="col">{i18n.t('money.answers')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ name, total }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {/* Without a name of its own: the cell beside it says the same in words. */}
              <meter aria-hidden="true" value={total.costUsd} max={most > 0 ? most : 1} />
            </td>
            <td class="number">{formatUsd(total.costUsd)}</td>
            <td class="number hint">{plural('money.answerCount', total.runs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { describe, expect, it } from 'vitest';
import { monthOf, withReceipt, type AccountLedger } from '@/utils/money/ledger';
import { totalOf, totalsBy } from '@/utils/money/totals';
import type { Receipt } from '@/utils/runs/run';

const RECEIPT: Receipt = { inputTokens: 100, outputTokens: 20, isEstimated: false, costUsd: 0.5 };
const RUN = { month: '2026-11', model: 'org/a', action: 'explain', isNew: true } as const;

type Change = Partial<Parameters<typeof withReceipt>[1]>;

function ledgerOf(...receipts: [Change, Partial<Receipt>][]): AccountLedger {
  return receipts.reduce<AccountLedger>(
    (ledger, [run, receipt]) => withReceipt(ledger, { ...RUN, ...run }, { ...RECEIPT, ...receipt }),
    {},
  );
}

describe('the month of a moment', () => {
  it('is that of UTC, whatever the clock on the wall', () => {
    expect(monthOf(Date.UTC(2026, 10, 1) - 1)).toBe('2026-10');
    expect(monthOf(Date.UTC(2026, 10, 1))).toBe('2026-11');
  });
});

describe('withReceipt', () => {
  it('sums what is of one month, model and action, and keeps the rest apart', () => {
    const ledger = ledgerOf(
      [{}, {}],
      [{}, { costUsd: 0.25, isEstimated: true }],
      [{}, { costUsd: 0.125, isPriceEstimated: true }],
      [{ model: 'org/b' }, { billTo: 'engines' }],
      [{ month: '2026-12' }, {}],
    );
    expect(ledger['2026-11']).toHaveLength(2);
    expect(ledger['2026-11']?.[0]).toMatchObject({
      runs: 3,
      inputTokens: 300,
      outputTokens: 60,
      costUsd: 0.875,
      estimatedUsd: 0.375,
      billedUsd: 0,
    });
    expect(ledger['2026-11']?.[1]).toMatchObject({ model: 'org/b', billedUsd: 0.5 });
    expect(ledger['2026-12']).toHaveLength(1);
  });

  it('counts a run that was gone on with once, and one without a price as such', () => {
    const ledger = ledgerOf([{}, {}], [{ isNew: false }, { costUsd: undefined }]);
    expect(ledger['2026-11']?.[0]).toMatchObject({ runs: 1, costUsd: 0.5, unpriced: 1 });
  });

  it('forgets what is older than two years', () => {
    const months = Array.from({ length: 30 }, (_, index) => monthOf(Date.UTC(2024, index, 15)));
    const ledger = ledgerOf(...months.map((month): [Change, object] => [{ month }, {}]));
    expect(Object.keys(ledger)).toEqual(months.slice(-24));
  });
});

describe('totals', () => {
  const entries = ledgerOf(
    [{}, { costUsd: 0.1 }],
    [{ model: 'org/b' }, { costUsd: 0.3 }],
    [{ model: 'org/b', action: 'ask' }, { costUsd: 0.05 }],
  )['2026-11'];

  it('come by model and by action, the dearest first', () => {
    const by = (key: 'model' | 'action') =>
      totalsBy(entries ?? [], key).map(({ name, total }) => [name, total.runs]);
    expect(by('model')).toEqual([
      ['org/b', 2],
      ['org/a', 1],
    ]);
    expect(by('action')).toEqual([
      ['explain', 2],
      ['ask', 1],
    ]);
  });

  it('of all entries are the whole', () => {
    expect(totalOf(entries ?? []).costUsd).toBeCloseTo(0.45, 10);
    expect(totalOf([])).toEqual({
      runs: 0,
      costUsd: 0,
      estimatedUsd: 0,
      billedUsd: 0,
      unpriced: 0,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { reasonToAsk } from '@/utils/money/reason-to-ask';
import { spentIn } from '@/utils/money/spent';

const LIMITS = { askAboveUsd: 0.01, capUsd: undefined, spentUsd: 0 };

describe('reasonToAsk', () => {
  it.each([
    ['a text that is cut, also a free one', { isCut: true, costUsd: 0 }, {}, 'cut'],
    ['a price above the sum', { costUsd: 0.011 }, {}, 'cost'],
    ['a price of just the sum', { costUsd: 0.01 }, {}, undefined],
    ['a price that would reach the cap', { costUsd: 0.005 }, { capUsd: 1, spentUsd: 0.995 }, 'cap'],
    ['a price below the cap', { costUsd: 0.005 }, { capUsd: 1, spentUsd: 0.9 }, undefined],
    ['an unknown price while the cap is not reached', {}, { capUsd: 1, spentUsd: 0.9 }, undefined],
    ['an unknown price once it is', {}, { capUsd: 1, spentUsd: 1 }, 'cap'],
    ['what is free, whatever was spent', { costUsd: 0 }, { capUsd: 0, spentUsd: 9 }, undefined],
    ['a cap of nothing', { costUsd: 0.000_001 }, { capUsd: 0 }, 'cap'],
  ])('for %s', (_title, plan, limits, reason) => {
    const whole = { isCut: false, costUsd: undefined, ...plan };
    expect(reasonToAsk(whole, { ...LIMITS, ...limits })).toBe(reason);
  });
});

describe('spentIn', () => {
  const NOW = Date.UTC(2026, 10, 22);
  const ENTRY = {
    model: 'a/b',
    action: 'ask' as const,
    runs: 1,
    inputTokens: 1,
    outputTokens: 1,
    costUsd: 0.05,
    estimatedUsd: 0.01,
    billedUsd: 0.02,
    unpriced: 0,
  };
  const LEDGER = { '2026-11': [ENTRY], '2026-10': [{ ...ENTRY, costUsd: 9 }] };
  const USAGE = { fetchedAt: NOW, month: '2026-11', usedUsd: 0.08, includedUsd: 0.5 };
  const READS = { isPro: false, scopes: ['read-billing'] };

  it('is our own count of the month, without what organizations pay, and the documented credit', () => {
    expect(spentIn(NOW, { isPro: true, scopes: [] }, LEDGER, undefined)).toEqual({
      usd: expect.closeTo(0.03, 10),
      estimatedUsd: 0.01,
      includedUsd: 2,
      isByHub: false,
      isIncludedByHub: false,
    });
  });

  it("is Hugging Face's own count where that may be read, of all apps", () => {
    expect(spentIn(NOW, READS, LEDGER, USAGE)).toMatchObject({
      usd: 0.08,
      includedUsd: 0.5,
      isByHub: true,
      isIncludedByHub: true,
    });
  });

  it.each([
    ['lags behind ours', READS, { ...USAGE, usedUsd: 0.01 }, [0.5, true]],
    ['is of another month', READS, { ...USAGE, month: '2026-10' }, [0.1, false]],
    ['may not be read any more', { isPro: false, scopes: [] }, USAGE, [0.1, false]],
  ])('is ours where that of Hugging Face %s', (_title, account, usage, included) => {
    const spent = spentIn(NOW, account, LEDGER, usage);
    expect(spent.isByHub).toBe(false);
    expect([spent.includedUsd, spent.isIncludedByHub]).toEqual(included);
  });
});

import { describe, expect, it } from 'vitest';
import { startMeter, type Meter } from '@/utils/inference/meter';
import { addReceipts, makeReceipt } from '@/utils/runs/make-receipt';
import { chatModel } from '../support/chat-models';

const MODEL = chatModel('org/model', {
  price: { input: 9, output: 9 },
  providers: [
    { name: 'quill', price: { input: 1, output: 2 } },
    { name: 'vellum', price: { input: 3, output: 4 } },
    { name: 'blank' },
  ],
});

function receiptOf(change: Partial<Meter> = {}, ratio = 1) {
  const meter = { ...startMeter(), isTaken: true, provider: 'vellum', ...change };
  const messages = [{ role: 'user' as const, content: 'A lens bends light. '.repeat(20) }];
  return makeReceipt({
    meter,
    messages,
    output: 'It bends.',
    model: MODEL,
    ratio,
    billTo: undefined,
  });
}

const USAGE = { inputTokens: 1_000_000, outputTokens: 500_000 };

describe('makeReceipt', () => {
  it.each([
    ['of the provider that has served', 'vellum', 5],
    ['of the dearest that may have served, where nobody says who has', undefined, 13.5],
    ['of the dearest, where no list has who has served', 'stranger', 13.5],
    ['of nobody, where the list has no price of who has served', 'blank', undefined],
  ])('takes the price %s', (_title, provider, costUsd) => {
    expect(receiptOf({ usage: USAGE, provider })?.costUsd).toBe(costUsd);
  });

  it.each([
    ['exact where the list has who has served', 'vellum', undefined],
    ['exact where the list has no price of who has served', 'blank', undefined],
    ['an estimate where nobody says who has', undefined, true],
    ['an estimate where no list has who has served', 'stranger', true],
  ])('has a price that is %s', (_title, provider, isPriceEstimated) => {
    const receipt = receiptOf({ usage: USAGE, provider });
    expect(receipt?.isEstimated).toBe(false);
    expect(receipt?.isPriceEstimated).toBe(isPriceEstimated);
  });

  it('is nothing for a request that no server has taken', () => {
    expect(receiptOf({ isTaken: false, usage: USAGE })).toBeUndefined();
  });

  it('estimates by how the family counts, where the server gives no count', () => {
    const [once, twice] = [receiptOf(), receiptOf({}, 2)];
    expect(once?.isEstimated).toBe(true);
    expect(once?.inputTokens).toBeGreaterThan(50);
    expect(twice?.inputTokens).toBe(2 * (once?.inputTokens ?? 0));
  });

  it('has the times from the request to the first word, and from there to the last', () => {
    const times = { sentAt: 100, firstAt: 500, lastAt: 2500 };
    expect(receiptOf({ usage: USAGE, ...times })).toMatchObject({
      firstTokenMs: 400,
      tokensPerSecond: 250_000,
    });
    expect(receiptOf({ usage: USAGE, ...times, lastAt: 500 })?.tokensPerSecond).toBeUndefined();
    expect(receiptOf({ usage: USAGE, sentAt: 100 })?.firstTokenMs).toBeUndefined();
  });
});

describe('addReceipts', () => {
  it('adds tokens and price, and is an estimate if one of them is', () => {
    const [counted, estimated] = [receiptOf({ usage: USAGE }), receiptOf()];
    if (!counted || !estimated) throw new Error('no receipts');
    const sum = addReceipts(estimated, counted);
    expect(sum.inputTokens).toBe(counted.inputTokens + estimated.inputTokens);
    expect(sum.costUsd).toBe((counted.costUsd ?? 0) + (estimated.costUsd ?? 0));
    expect(sum.isEstimated).toBe(true);
    const unsure = { ...counted, isPriceEstimated: true };
    expect(addReceipts(unsure, counted).isPriceEstimated).toBe(true);
    expect(addReceipts(undefined, counted)).toBe(counted);
    expect(addReceipts({ ...estimated, costUsd: undefined }, counted).costUsd).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { ratioOf, withSample, type TokenRatios } from '@/utils/money/token-ratio';

function learn(...samples: [string, number][]): TokenRatios {
  return samples.reduce<TokenRatios>(
    (ratios, [model, counted]) => withSample(ratios, model, { estimated: 100, counted }),
    {},
  );
}

describe('the token ratio of a family', () => {
  it('is 1 until a receipt has told, and then what the receipts tell on average', () => {
    expect(ratioOf(undefined, 'meta-llama/Llama-3.3-70B-Instruct')).toBe(1);
    const ratios = learn(['meta-llama/Llama-3.3-70B-Instruct', 80], ['other/Llama-4', 120]);
    expect(ratioOf(ratios, 'nvidia/Llama-3.1-8B')).toBeCloseTo(1, 10);
    expect(ratioOf(ratios, 'Qwen/Qwen3-8B')).toBe(1);
  });

  it('follows a tokenizer that has changed', () => {
    const samples = Array.from({ length: 60 }, (): [string, number] => ['Qwen/Qwen3-8B', 150]);
    const ratios = learn(
      ...Array.from({ length: 60 }, (): [string, number] => ['Qwen/Qwen3-8B', 80]),
      ...samples,
    );
    expect(ratioOf(ratios, 'Qwen/Qwen3-8B')).toBeCloseTo(1.5, 2);
  });

  it('believes no count that is beyond what tokenizers do, and none of a few words', () => {
    expect(ratioOf(learn(['a/wild', 100_000]), 'a/wild')).toBe(4);
    expect(ratioOf(learn(['a/none', 0]), 'a/none')).toBe(0.25);
    expect(withSample({}, 'a/short', { estimated: 49, counted: 90 })).toEqual({});
  });

  it('has no entry of the prototype for a family', () => {
    expect(ratioOf({}, 'a/constructor')).toBe(1);
    expect(
      ratioOf(withSample({}, 'a/constructor', { estimated: 100, counted: 50 }), 'a/constructor'),
    ).toBe(0.5);
  });
});

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ChatModel } from '@/utils/models/chat-model';
import { chosenModel } from '@/utils/models/chosen-model';
import { defaultModel } from '@/utils/models/default-model';
import { bareModel, chatModel } from '../support/chat-models';

/** The price at which a typical run (2000 in, 500 out) costs this many cents. */
function runCents(cents: number): { price: { input: number; output: number } } {
  const perMillion = (cents / 100 / 2_500) * 1_000_000;
  return { price: { input: perMillion, output: perMillion } };
}

/** Each clause of the rule: what it does, the list, and who is taken. */
const RULE: [string, ChatModel[], string][] = [
  [
    'takes the model with the most providers of those that are cheap enough',
    [
      chatModel('a/cheapest', { ...runCents(0.01), liveProviders: 2 }),
      chatModel('a/popular', { ...runCents(0.049), liveProviders: 5 }),
      chatModel('a/dear', { ...runCents(0.051), liveProviders: 9 }),
    ],
    'a/popular',
  ],
  [
    'takes the cheapest when none is cheap enough',
    [
      chatModel('a/dear', { ...runCents(0.9), liveProviders: 9 }),
      chatModel('a/less-dear', { ...runCents(0.8), liveProviders: 1 }),
    ],
    'a/less-dear',
  ],
  [
    'takes the cheaper of two with as many providers',
    [
      chatModel('a/one', { ...runCents(0.04), liveProviders: 3 }),
      chatModel('b/two', { ...runCents(0.03), liveProviders: 3 }),
    ],
    'b/two',
  ],
  [
    'takes the first in the alphabet of equals',
    [chatModel('b/same'), chatModel('a/same'), chatModel('c/same')],
    'a/same',
  ],
  [
    'weighs input and output as a typical run does',
    [
      chatModel('a/long', { price: { input: 0.2, output: 0 }, liveProviders: 1 }),
      chatModel('b/short', { price: { input: 0, output: 0.9 }, liveProviders: 1 }),
      chatModel('c/over', { price: { input: 0.25, output: 0.01 }, liveProviders: 9 }),
    ],
    'a/long',
  ],
  [
    'passes over a context below 32k tokens',
    [chatModel('a/small', { contextLength: 31_999, liveProviders: 9 }), chatModel('b/large')],
    'b/large',
  ],
  [
    'takes a context of exactly 32k tokens',
    [chatModel('a/just', { contextLength: 32_000, liveProviders: 9 }), chatModel('b/large')],
    'a/just',
  ],
  [
    'passes over an unknown context',
    [
      bareModel('a/unknown', { price: { input: 0, output: 0 }, liveProviders: 9 }),
      chatModel('b/known'),
    ],
    'b/known',
  ],
  [
    'passes over an unknown price',
    [bareModel('a/unknown', { contextLength: 64_000, liveProviders: 9 }), chatModel('b/known')],
    'b/known',
  ],
  [
    'passes over a model that thinks',
    [chatModel('a/thinks', { isThinking: true, liveProviders: 9 }), chatModel('b/answers')],
    'b/answers',
  ],
  [
    'drops the context first when none passes',
    [
      chatModel('a/small', { contextLength: 8_000 }),
      bareModel('b/unpriced', { contextLength: 64_000, liveProviders: 9 }),
      chatModel('c/thinks', { isThinking: true, liveProviders: 9 }),
    ],
    'a/small',
  ],
  [
    'drops the price next',
    [
      chatModel('a/thinks', { isThinking: true, liveProviders: 9 }),
      bareModel('b/unpriced', { liveProviders: 2 }),
      bareModel('c/unpriced', { liveProviders: 3 }),
    ],
    'c/unpriced',
  ],
  [
    'takes one that thinks when all do, and never an unknown price for a low one',
    [
      bareModel('a/unpriced', { isThinking: true, liveProviders: 9 }),
      chatModel('b/dear', { isThinking: true, ...runCents(3) }),
    ],
    'b/dear',
  ],
  ['takes the only one, whatever it is', [bareModel('a/only', { isThinking: true })], 'a/only'],
];

describe('defaultModel', () => {
  it.each<[string, ChatModel[], string]>(RULE)(
    '%s, in every order of the list',
    (_title, models, id) => {
      for (const shuffled of permutations(models)) expect(defaultModel(shuffled)?.id).toBe(id);
    },
  );

  it('is none when there is no model', () => {
    expect(defaultModel([])).toBeUndefined();
  });

  it('leaves the list as it was', () => {
    const models = [chatModel('b/same'), chatModel('a/same')];
    defaultModel(models);
    expect(models.map(({ id }) => id)).toEqual(['b/same', 'a/same']);
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((others) => [item, ...others]),
  );
}

describe('chosenModel', () => {
  const models = [chatModel('a/default', { liveProviders: 9 }), chatModel('b/chosen')];

  it('is the default until the person chooses', () => {
    expect(chosenModel(models, undefined)?.id).toBe('a/default');
  });

  it("is the person's choice, with its price", () => {
    expect(chosenModel(models, 'b/chosen')).toBe(models[1]);
  });

  it('stays the choice when the list no longer has it, without an invented price', () => {
    expect(chosenModel(models, 'c/gone')).toEqual({
      id: 'c/gone',
      liveProviders: 0,
      isThinking: false,
    });
  });

  it('is none when there is neither choice nor list', () => {
    expect(chosenModel([], undefined)).toBeUndefined();
  });
});

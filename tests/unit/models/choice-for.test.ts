// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { choiceFor, withModel } from '@/utils/models/choice-for';

const DEFAULT = { model: 'a/all', provider: 'fastest' };
const TRANSLATE = { model: 'b/words' };

describe('choiceFor', () => {
  it.each([
    ['its own', 'translate', { default: DEFAULT, translate: TRANSLATE }, TRANSLATE],
    ['that of all', 'ask', { default: DEFAULT, translate: TRANSLATE }, DEFAULT],
    ['that of all, when asked for it', 'default', { default: DEFAULT, ask: TRANSLATE }, DEFAULT],
    ['none', 'ask', { translate: TRANSLATE }, undefined],
    ['none', 'ask', undefined, undefined],
  ] as const)('is %s for %s', (_title, key, choices, expected) => {
    expect(choiceFor(key, { choices })).toEqual(expected);
  });

  it('is none without settings', () => {
    expect(choiceFor('default', undefined)).toBeUndefined();
  });
});

describe('withModel', () => {
  it.each([
    [
      'takes a policy along',
      { model: 'a/b', provider: 'preferred' },
      { model: 'x/y', provider: 'preferred' },
    ],
    ['leaves the name of a provider behind', { model: 'a/b', provider: 'groq' }, { model: 'x/y' }],
    ['leaves an own endpoint behind', { model: 'a', endpoint: '1' }, { model: 'x/y' }],
    ['begins without a choice', undefined, { model: 'x/y' }],
  ])('%s', (_title, choice, expected) => {
    expect(withModel(choice, 'x/y')).toEqual(expected);
  });
});

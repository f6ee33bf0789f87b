// @vitest-environment node
import { expect, it } from 'vitest';
import { narrowPolicy } from '@/utils/models/narrow-policy';

const MODELS = ['demo/*'];

it.each([
  ['the policy, where the person has no list', ['a', 'b'], undefined, ['a', 'b']],
  ['the list of the person, where policy has none', undefined, ['a'], ['a']],
  ['what both have, in any case', ['A', 'b'], ['a', 'c'], ['a']],
  ['nobody, where they have nothing in common', ['a'], ['b'], []],
  ['nobody, where the person allows none', ['a'], [], []],
  ['everybody, where neither has a list', undefined, undefined, undefined],
])('allows %s', (_title, policy, own, expected) => {
  const narrowed = narrowPolicy({ allowedModels: MODELS, allowedProviders: policy }, own);
  expect(narrowed).toEqual({ allowedModels: MODELS, allowedProviders: expected });
});

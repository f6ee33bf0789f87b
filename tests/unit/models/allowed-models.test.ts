// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { ModelPolicy } from '@/utils/config/configuration';
import { allowedModel, allowedModels } from '@/utils/models/allowed-models';
import { defaultModel } from '@/utils/models/default-model';
import { modelNotAllowed } from '@/utils/models/model-not-allowed';
import { withProviders } from '@/utils/models/with-providers';
import { bareModel, chatModel } from '../support/chat-models';

function policy(change: Partial<ModelPolicy>): ModelPolicy {
  return { allowedModels: undefined, allowedProviders: undefined, ...change };
}

const ABACUS = { name: 'abacus', price: { input: 1, output: 2 }, contextLength: 64_000 };
const QUILL = { name: 'quill', price: { input: 2, output: 3 } };
const LANTERN = { name: 'lantern', contextLength: 32_000 };
const SHOPS = withProviders({ id: 'demo/shops', isThinking: false }, [ABACUS, QUILL, LANTERN]);

describe('allowedModels', () => {
  it('are all, as they are, without a policy', () => {
    const models = [SHOPS, bareModel('ada/private')];
    expect(allowedModels(models, policy({}))).toEqual(models);
  });

  it.each([
    ['an id', ['demo/one'], ['demo/one']],
    ['an id in another case', ['Demo/ONE'], ['demo/one']],
    ['all of an organization', ['demo/*'], ['demo/one', 'demo/two']],
    ['several', ['demo/two', 'other/*'], ['demo/two', 'other/one']],
    ['a part of an id, which names none', ['demo/o', 'dem/*', 'demo', 'one'], []],
    ['a star alone, which names none', ['*', '*/*', '*/one', ''], []],
  ])('are those of a list with %s', (_title, list, ids) => {
    const models = ['demo/one', 'demo/two', 'other/one', 'demon/one', 'gpt2'].map((id) =>
      chatModel(id),
    );
    const allowed = allowedModels(models, policy({ allowedModels: list }));
    expect(allowed.map(({ id }) => id)).toEqual(ids);
  });

  it('have the default among them', () => {
    const models = [chatModel('a/popular', { liveProviders: 9 }), chatModel('b/other')];
    const allowed = allowedModels(models, policy({ allowedModels: ['b/*'] }));
    expect(defaultModel(allowed)?.id).toBe('b/other');
  });
});

describe('allowedModel, by provider', () => {
  it.each([
    [
      'the cheapest allowed one',
      ['quill', 'lantern'],
      { liveProviders: 2, providers: [QUILL, LANTERN], price: QUILL.price, contextLength: 32_000 },
    ],
    [
      'one whose price is not known',
      ['lantern'],
      { liveProviders: 1, providers: [LANTERN], contextLength: 32_000 },
    ],
    [
      'one whose context is not known',
      ['Quill'],
      { liveProviders: 1, providers: [QUILL], price: QUILL.price },
    ],
  ])('has the price and the context of %s', (_title, allowedProviders, rest) => {
    expect(allowedModel(SHOPS, policy({ allowedProviders }))).toEqual({
      id: 'demo/shops',
      isThinking: false,
      ...rest,
    });
  });

  it.each([
    ['no allowed provider serves it', SHOPS, ['groq']],
    ['only a part of a name fits', SHOPS, ['qui', 'abacus2', '*', 'cheapest']],
    ['nobody knows who serves it', bareModel('ada/private', { liveProviders: 3 }), ['abacus']],
  ])('is none when %s', (_title, model, allowedProviders) => {
    expect(allowedModel(model, policy({ allowedProviders }))).toBeUndefined();
  });

  it('must pass both lists', () => {
    const both = { allowedModels: ['demo/*'], allowedProviders: ['quill'] };
    expect(allowedModel(SHOPS, policy(both))?.liveProviders).toBe(1);
    const none = { ...both, allowedModels: ['other/*'] };
    expect(allowedModel(SHOPS, policy(none))).toBeUndefined();
  });
});

describe('modelNotAllowed', () => {
  const both = policy({ allowedModels: ['demo/*', 'a/b'], allowedProviders: ['groq'] });

  it.each([
    ['the models when the model is none of them', 'x/y', 'models', 'demo/*, a/b'],
    ['the providers when the model is one of them', 'demo/x', 'providers', 'groq'],
    ['the models when none is left', undefined, 'models', 'demo/*, a/b'],
  ])('names %s', (...[, model, reason, allowed]) => {
    const error = { kind: 'model-not-allowed', reason, model, allowed };
    expect(modelNotAllowed(model, both)).toEqual(error);
  });

  it('names the providers when only they are limited', () => {
    const set = policy({ allowedProviders: ['groq', 'fal-ai'] });
    expect(modelNotAllowed(undefined, set)).toMatchObject({
      reason: 'providers',
      allowed: 'groq, fal-ai',
    });
  });

  it.each([
    [
      'the own list of providers',
      'demo/x',
      policy({ allowedProviders: ['groq'] }),
      'own-providers',
      'groq, novita',
    ],
    [
      'the own list of providers, also with none left',
      undefined,
      both,
      'own-providers',
      'groq, novita',
    ],
    ['the models when policy refuses the model anyway', 'x/y', both, 'models', 'demo/*, a/b'],
  ])('names %s', (...[, model, set, reason, allowed]) => {
    const error = { kind: 'model-not-allowed', reason, model, allowed };
    expect(modelNotAllowed(model, set, ['groq', 'novita'])).toEqual(error);
  });

  it('names six of a long list', () => {
    const names = ['1', '2', '3', '4', '5', '6', '7'].map((name) => `org/${name}`);
    expect(modelNotAllowed('x/y', policy({ allowedModels: names }))).toMatchObject({
      allowed: 'org/1, org/2, org/3, org/4, org/5, org/6, …',
    });
    expect(modelNotAllowed('x/y', policy({ allowedModels: names.slice(1) }))).toMatchObject({
      allowed: 'org/2, org/3, org/4, org/5, org/6, org/7',
    });
  });
});

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { LiveProvider } from '@/utils/models/chat-model';
import { providerSuffix } from '@/utils/models/provider-suffix';
import { asServed, servedBy } from '@/utils/models/served-by';
import { withProviders } from '@/utils/models/with-providers';
import { bareModel, chatModel } from '../support/chat-models';

const ABACUS: LiveProvider = {
  name: 'abacus',
  price: { input: 0.6, output: 0.9 },
  contextLength: 131_072,
  tokensPerSecond: 35,
};
const QUILL: LiveProvider = {
  name: 'quill',
  price: { input: 0.5, output: 1.8 },
  contextLength: 65_536,
  tokensPerSecond: 310,
};
const LANTERN: LiveProvider = {
  name: 'lantern',
  price: { input: 0.9, output: 2 },
  contextLength: 8_192,
  tokensPerSecond: 90,
};
const SHOPS = withProviders({ id: 'demo/shops', isThinking: false }, [ABACUS, QUILL, LANTERN]);

function names(chosen?: string, allowed?: string[]): string[] {
  return servedBy(SHOPS, chosen, allowed).providers.map(({ name }) => name);
}

describe('servedBy', () => {
  it.each([
    ['the lowest output price, without a choice', undefined, ['abacus']],
    ['the lowest output price', 'cheapest', ['abacus']],
    ['anybody, whoever is the fastest by then', 'fastest', ['abacus', 'quill', 'lantern']],
    [
      'anybody, in an order that only Hugging Face knows',
      'preferred',
      ['abacus', 'quill', 'lantern'],
    ],
    ['the one that is named', 'lantern', ['lantern']],
    ['the one that is named in another case', 'Lantern', ['lantern']],
    ['nobody, where the one that is named does not serve it', 'groq', []],
  ])('is %s', (_title, chosen, expected) => {
    expect(names(chosen)).toEqual(expected);
  });

  it('is each of those that are equal', () => {
    const twin = { ...ABACUS, name: 'twin', contextLength: 4_096 };
    const model = withProviders(SHOPS, [ABACUS, twin, QUILL]);
    const serving = servedBy(model, 'cheapest');
    expect(serving.providers).toEqual([ABACUS, twin]);
    expect(serving.contextLength).toBe(4_096);
  });

  it('is anybody where nothing is measured', () => {
    const unmeasured = [{ name: 'one' }, { name: 'two' }];
    const model = withProviders(SHOPS, unmeasured);
    for (const chosen of ['cheapest', 'fastest']) {
      expect(servedBy(model, chosen).providers).toEqual(unmeasured);
    }
  });

  it('has the price of one, or the range of all that may serve', () => {
    expect(servedBy(SHOPS, 'quill').price).toEqual({ low: QUILL.price, high: QUILL.price });
    for (const chosen of ['fastest', 'preferred']) {
      expect(servedBy(SHOPS, chosen).price).toEqual({
        low: { input: 0.5, output: 0.9 },
        high: { input: 0.9, output: 2 },
      });
    }
    expect(servedBy(withProviders(SHOPS, [{ name: 'one' }]), 'cheapest').price).toBeUndefined();
  });

  it.each([
    ['the cheapest, whose price holds', 'cheapest', 131_072],
    ['all, where any may be the fastest by now', 'fastest', 8_192],
    ['all, where any may be asked', 'preferred', 8_192],
    ['the one that is named', 'quill', 65_536],
    ['all, where the one that is named is not known', 'groq', 8_192],
  ])('fits what fits %s', (_title, chosen, contextLength) => {
    expect(servedBy(SHOPS, chosen)).toMatchObject({ contextLength });
  });

  it('has what a list says of a model without saying who serves it', () => {
    const model = chatModel('ada/private');
    expect(servedBy(model)).toEqual({
      providers: [],
      price: { low: model.price, high: model.price },
      contextLength: model.contextLength,
    });
    expect(servedBy(bareModel('ada/private'))).toEqual({
      providers: [],
      price: undefined,
      contextLength: undefined,
    });
  });

  it.each([
    ['the cheapest of a list', undefined, ['lantern', 'quill'], ['quill']],
    ['the fastest of a list', 'fastest', ['lantern', 'abacus'], ['lantern']],
    ['the cheapest of a list, where a person has an order', 'preferred', ['lantern'], ['lantern']],
    ['nobody, where none of a list serves it', 'fastest', ['groq'], []],
  ])('is only %s', (_title, chosen, allowed, expected) => {
    expect(names(chosen, allowed)).toEqual(expected);
  });
});

describe('asServed', () => {
  it('is the model at the highest price, with the context that certainly fits', () => {
    const { price: _, ...rest } = SHOPS;
    expect(asServed(SHOPS, servedBy(SHOPS, 'preferred'))).toEqual({
      ...rest,
      price: { input: 0.9, output: 2 },
      contextLength: 8_192,
    });
    const unknown = { providers: [], price: undefined, contextLength: undefined };
    expect(asServed(chatModel('a/b'), unknown)).toEqual(bareModel('a/b'));
  });
});

describe('providerSuffix', () => {
  it.each(['cheapest', 'fastest', 'preferred', 'quill', 'groq'])(
    'is the choice %s where all may serve',
    (chosen) => expect(providerSuffix(SHOPS, chosen)).toBe(chosen),
  );

  it('is always there: without one the router would take the fastest, whatever it costs', () => {
    expect(providerSuffix(SHOPS)).toBe('cheapest');
    expect(providerSuffix(bareModel('ada/private'))).toBe('cheapest');
  });

  it.each([
    ['the cheapest', undefined, ['Quill', 'lantern'], 'quill'],
    ['the cheapest', 'cheapest', ['lantern', 'quill'], 'quill'],
    ['the fastest', 'fastest', ['abacus', 'lantern'], 'lantern'],
    [
      'the cheapest, since the order of the person is not known',
      'preferred',
      ['lantern', 'quill'],
      'quill',
    ],
    ['the one that was chosen', 'lantern', ['quill', 'lantern'], 'lantern'],
    [
      'the cheapest, since the one that was chosen may not',
      'abacus',
      ['quill', 'lantern'],
      'quill',
    ],
  ])('pins %s of a list', (_title, chosen, allowed, expected) => {
    expect(providerSuffix(SHOPS, chosen, allowed)).toBe(expected);
  });

  it('leaves nothing to the router by a provider that has the name of a policy', () => {
    const model = withProviders(SHOPS, [QUILL, { name: 'fastest' }]);
    expect(providerSuffix(model, 'fastest', ['quill', 'fastest'])).toBe('quill');
  });

  it.each([
    ['none of a list serves it', SHOPS, ['groq', 'cheapest', 'fastest']],
    ['a list allows none', SHOPS, []],
    ['nobody knows who serves it', bareModel('ada/private'), ['abacus']],
  ])('is none when %s', (_title, model, allowed) => {
    for (const chosen of ['cheapest', 'fastest', 'preferred', 'abacus']) {
      expect(providerSuffix(model, chosen, allowed)).toBeUndefined();
    }
  });
});

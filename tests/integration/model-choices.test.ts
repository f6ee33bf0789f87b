import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ActionId } from '@/utils/actions/action';
import { allowProviders } from './allow-providers';
import { GRACE, PARAGRAPH, useCompanion } from './companion';

const companion = useCompanion();
const CHAT = '/v1/chat/completions';
const SHOPS = 'demo/two-shops-70b';

/** What runs of these actions ask the router for, one after the other. */
async function asked(...actions: ActionId[]): Promise<unknown[]> {
  const { extension, hub } = companion;
  const before = hub.chats.length;
  for (const action of actions) {
    const view = extension.attach(1);
    const question = action === 'ask' ? { question: 'Who trusted it?' } : {};
    await extension.request('run.start', { windowId: 1, action, text: PARAGRAPH, ...question });
    await view.waitFor('done');
  }
  return hub.chats.slice(before).map(({ body }) => body['model']);
}

/** How a run fails that must not leave the machine. */
async function refusal(): Promise<unknown> {
  const { state } = await (await companion.start()).waitFor('failed');
  expect(companion.requests(CHAT)).toEqual([]);
  return 'error' in state ? state.error : undefined;
}

describe('the model of an action', () => {
  it('is what the router is asked for, and that of all for the others', async () => {
    const { extension } = companion;
    await extension.signIn();
    await extension.change({
      choices: {
        default: { model: SHOPS, provider: 'fastest' },
        translate: { model: 'demo/gift-1b' },
        ask: { model: 'demo/extractive', provider: 'lantern' },
      },
    });
    expect(await asked('summarize', 'translate', 'ask', 'rewrite')).toEqual([
      `${SHOPS}:fastest`,
      'demo/gift-1b:cheapest',
      'demo/extractive:lantern',
      `${SHOPS}:fastest`,
    ]);
  });

  it('is the default of the list again, once it is taken back', async () => {
    const { extension } = companion;
    await extension.signIn();
    await extension.change({ choices: { translate: { model: SHOPS } } });
    expect(await asked('translate', 'summarize')).toEqual([
      `${SHOPS}:cheapest`,
      'demo/extractive:cheapest',
    ]);
    await extension.change({ choices: { translate: null } });
    expect(await asked('translate')).toEqual(['demo/extractive:cheapest']);
  });

  it('is that of the account that asks, and of no other', async () => {
    const { extension } = companion;
    await extension.signIn();
    await extension.change({
      choices: { default: { model: SHOPS }, summarize: { model: 'demo/gift-1b' } },
      favourite: { model: SHOPS, isOn: true },
    });
    await allowProviders(extension, 'abacus');
    companion.hub.signInAs('grace');
    await extension.signIn('session.add-account');
    expect(await asked('summarize', 'translate')).toEqual([
      'demo/extractive:cheapest',
      'demo/extractive:cheapest',
    ]);
    await extension.change({ favourite: { model: 'demo/extractive', isOn: true } });
    const { settingsByAccount } = await extension.storage('local');
    expect(settingsByAccount).toMatchObject({ [GRACE]: { favourites: ['demo/extractive'] } });
    expect(Object.values(settingsByAccount as object)).toContainEqual(
      expect.objectContaining({ favourites: [SHOPS], providers: ['abacus'] }),
    );
  });
});

describe('who serves it', () => {
  it.each(['cheapest', 'fastest', 'preferred', 'quill'])('follows the id: %s', async (provider) => {
    const { extension } = companion;
    await extension.signIn();
    await extension.change({ choices: { default: { model: SHOPS, provider } } });
    expect(await asked('summarize')).toEqual([`${SHOPS}:${provider}`]);
  });

  it('sets how much text goes: what certainly fits, where anybody may serve', async () => {
    const { extension } = companion;
    await extension.signIn();
    // About 100,000 tokens: too much for one of the two providers.
    const text = 'The lens turns again. '.repeat(16_000);
    const sendCharacters = async (provider: string) => {
      await extension.change({ choices: { default: { model: SHOPS, provider } } });
      const { state } = await (await companion.start(1, text)).waitForHold('confirmation');
      return 'sendCharacters' in state ? state.sendCharacters : undefined;
    };
    expect(await sendCharacters('abacus')).toBe(text.length);
    expect(await sendCharacters('preferred')).toBeLessThan(text.length);
  });
});

const LISTS: [string, string | undefined, string[], string][] = [
  ['the cheapest of them', undefined, ['quill', 'lantern'], 'quill'],
  ['the fastest of them', 'fastest', ['lantern', 'quill'], 'quill'],
  ['the cheapest of them for an order that it does not know', 'preferred', ['lantern'], 'lantern'],
  ['the one that was chosen, if it is one of them', 'lantern', ['quill', 'lantern'], 'lantern'],
  ['the cheapest of them, if it is not', 'abacus', ['lantern', 'quill'], 'quill'],
];

/** Chooses the model that all three providers serve, and who of them. */
async function chooseProvider(provider: string | undefined): Promise<void> {
  const choice = { model: 'demo/extractive', ...(provider ? { provider } : {}) };
  await companion.extension.change({ choices: { default: choice } });
}

describe("the policy's list of providers", () => {
  it.each(LISTS)('lets the request name %s', async (...[, provider, providers, by]) => {
    await fakeBrowser.storage.managed.set({ ALLOWED_PROVIDERS: providers });
    await companion.extension.signIn();
    await chooseProvider(provider);
    expect(await asked('summarize')).toEqual([`demo/extractive:${by}`]);
  });
});

describe('the own list of providers', () => {
  it.each(LISTS)('lets the request name %s', async (...[, provider, providers, by]) => {
    const { extension } = companion;
    await extension.signIn();
    await chooseProvider(provider);
    await allowProviders(extension, ...providers);
    expect(await asked('summarize')).toEqual([`demo/extractive:${by}`]);
  });

  it('refuses a model that none of them serves, before anything is sent', async () => {
    const { extension } = companion;
    await extension.signIn();
    await extension.choose('demo/gift-1b');
    await allowProviders(extension, 'lantern', 'quill');
    expect(await refusal()).toEqual({
      kind: 'model-not-allowed',
      reason: 'own-providers',
      model: 'demo/gift-1b',
      allowed: 'lantern, quill',
    });
  });

  it('loses none of two that are taken off at once', async () => {
    const { extension } = companion;
    await extension.signIn();
    const takeOff = (name: string) =>
      extension.change({ provider: { name, isOn: false, live: ['abacus', 'lantern', 'quill'] } });
    await Promise.all([takeOff('abacus'), takeOff('quill')]);
    expect(await asked('summarize')).toEqual(['demo/extractive:lantern']);
  });

  it('can only take away from what policy allows', async () => {
    const { extension } = companion;
    await extension.signIn();
    await fakeBrowser.storage.managed.set({ ALLOWED_PROVIDERS: ['lantern', 'quill'] });
    await allowProviders(extension, 'abacus', 'lantern');
    expect(await asked('summarize')).toEqual(['demo/extractive:lantern']);
  });

  it('sends nothing where policy allows none of them', async () => {
    const { extension } = companion;
    await extension.signIn();
    await fakeBrowser.storage.managed.set({ ALLOWED_PROVIDERS: ['quill'] });
    await allowProviders(extension, 'abacus');
    expect(await refusal()).toMatchObject({ kind: 'model-not-allowed', reason: 'own-providers' });
  });
});

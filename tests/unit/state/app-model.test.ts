import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ChatModel } from '@/utils/models/chat-model';
import { withProviders } from '@/utils/models/with-providers';
import { loadAppModel } from '@/utils/state/app-model';
import { accountsItem, modelCatalogueItem, settingsByAccountItem } from '@/utils/storage/items';

const ADA = {
  sub: '1',
  username: 'ada',
  fullName: 'Ada Lovelace',
  isPro: false,
  organizations: [],
  scopes: ['openid'],
  session: 'open' as const,
};

const CHEAP = { name: 'abacus', price: { input: 0.1, output: 0.2 }, contextLength: 64_000 };
const DEAR = { name: 'quill', price: { input: 3, output: 4 }, contextLength: 64_000 };
const MODELS: ChatModel[] = [
  withProviders({ id: 'demo/popular', isThinking: false }, [CHEAP, DEAR]),
  withProviders({ id: 'other/model', isThinking: false }, [DEAR]),
];

let policy: Record<string, unknown>;

/** What an administrator sets while the page is open. */
async function setPolicy(set: Record<string, unknown>): Promise<void> {
  policy = set;
  await fakeBrowser.storage.onChanged.trigger({}, 'managed');
}

beforeEach(async () => {
  fakeBrowser.reset();
  policy = {};
  Object.assign(fakeBrowser.storage.managed, { get: () => Promise.resolve(policy) });
  await accountsItem.set({ active: ADA.sub, list: [ADA] });
  await modelCatalogueItem.set({ fetchedAt: 1, models: MODELS });
});

it('has all models and the default of all without a policy', async () => {
  const app = await loadAppModel();
  expect(app.catalogue.value).toEqual({ fetchedAt: 1, models: MODELS });
  expect(app.model.value).toEqual(MODELS[0]);
});

it('has only allowed models, and the default among them', async () => {
  policy = { ALLOWED_MODELS: ['other/*'] };
  const app = await loadAppModel();
  expect(app.catalogue.value?.models).toEqual([MODELS[1]]);
  expect(app.model.value?.id).toBe('other/model');
});

it('has the prices of the allowed providers', async () => {
  policy = { ALLOWED_PROVIDERS: ['quill'] };
  const app = await loadAppModel();
  expect(app.catalogue.value?.models.map(({ price }) => price)).toEqual([DEAR.price, DEAR.price]);
  expect(app.model.value?.price).toEqual(DEAR.price);
});

it('still shows a choice that is not allowed, which the run then refuses', async () => {
  await settingsByAccountItem.set({
    [ADA.sub]: { choices: { default: { model: 'demo/popular' } } },
  });
  policy = { ALLOWED_MODELS: ['other/*'] };
  const app = await loadAppModel();
  expect(app.model.value).toEqual({ id: 'demo/popular', liveProviders: 0, isThinking: false });
});

it('follows a policy that changes while it is open, and one that goes', async () => {
  const app = await loadAppModel();
  await setPolicy({ ALLOWED_MODELS: ['other/*'], BILLING_ORGANIZATION: 'engines' });
  await vi.waitFor(() => expect(app.model.value?.id).toBe('other/model'));
  expect(app.configuration.value.managed.map(({ value }) => value)).toEqual(['other/*', 'engines']);
  await setPolicy({});
  await vi.waitFor(() => expect(app.catalogue.value?.models).toEqual(MODELS));
  expect(app.configuration.value.managed).toEqual([]);
});

it('has the model of each action, and that of all for those without one', async () => {
  await settingsByAccountItem.set({
    [ADA.sub]: {
      choices: {
        default: { model: 'other/model', provider: 'fastest' },
        translate: { model: 'demo/popular' },
      },
    },
  });
  const app = await loadAppModel();
  expect(app.chosen('translate')).toEqual({ model: MODELS[0], provider: undefined });
  expect(app.chosen('ask')).toEqual({ model: MODELS[1], provider: 'fastest' });
  expect(app.chosen('default')).toEqual({ model: MODELS[1], provider: 'fastest' });
  expect(app.model.value).toEqual(MODELS[1]);
});

it('has only the models that the allowed providers of the person serve, and all providers to choose from', async () => {
  await settingsByAccountItem.set({ [ADA.sub]: { providers: ['abacus'] } });
  const app = await loadAppModel();
  expect(app.catalogue.value?.models.map(({ id }) => id)).toEqual(['demo/popular']);
  expect(app.catalogue.value?.models[0]?.providers).toEqual([CHEAP]);
  expect(app.providers.value).toEqual(['abacus', 'quill']);
  expect(app.modelPolicy.value.allowedProviders).toEqual(['abacus']);
  await setPolicy({ ALLOWED_PROVIDERS: ['quill'] });
  await vi.waitFor(() => expect(app.modelPolicy.value.allowedProviders).toEqual([]));
});

it('has nothing of what another account has set', async () => {
  await settingsByAccountItem.set({
    '2': {
      choices: { default: { model: 'other/model' } },
      providers: ['quill'],
      favourites: ['x'],
    },
  });
  const app = await loadAppModel();
  expect(app.settings.value).toEqual({});
  expect(app.model.value).toEqual(MODELS[0]);
  expect(app.modelPolicy.value.allowedProviders).toBeUndefined();
});

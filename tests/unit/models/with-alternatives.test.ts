import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CompanionError } from '@/utils/errors/companion-error';
import { withAlternatives } from '@/utils/models/with-alternatives';
import { withProviders } from '@/utils/models/with-providers';
import {
  modelCatalogueItem,
  privateModelsItem,
  settingsByAccountItem,
} from '@/utils/storage/items';

const FREE = { name: 'abacus', price: { input: 0, output: 0 }, contextLength: 64_000 };
const CHEAP = { name: 'quill', price: { input: 0.1, output: 0.2 }, contextLength: 64_000 };
const SMALL = { ...FREE, contextLength: 8_000 };

const MODELS = [
  withProviders({ id: 'org/lens-7b', isThinking: false }, [CHEAP]),
  withProviders({ id: 'org/lens-8b', isThinking: false }, [FREE]),
  withProviders({ id: 'org/lens-70b', isThinking: false }, [CHEAP]),
  withProviders({ id: 'other/gift-1b', isThinking: false }, [SMALL]),
  withProviders({ id: 'other/gift-2b', isThinking: false }, [FREE]),
  withProviders({ id: 'other/gift-3b', isThinking: false }, [FREE, CHEAP]),
];

const GONE: CompanionError = { kind: 'model-gone', model: 'org/lens-9b' };
const NO_CREDITS: CompanionError = { kind: 'credits-used-up', free: [] };

/** The browser's own model costs nothing, and is none of any list. */
const NOTHING_FREE: CompanionError = { ...NO_CREDITS, builtIn: true };

const BY_ADA = { owner: '1', override: undefined, choice: undefined };
const BY_GRACE = { ...BY_ADA, owner: '2' };

let policy: Record<string, unknown>;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

beforeEach(async () => {
  fakeBrowser.reset();
  policy = {};
  Object.assign(fakeBrowser.storage.managed, { get: () => Promise.resolve(policy) });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  const routerOrigin = 'https://router.huggingface.co';
  await modelCatalogueItem.set({ routerOrigin, fetchedAt: 1, models: MODELS });
});

describe('withAlternatives', () => {
  it.each(['model-gone', 'model-not-supported'] as const)(
    'names the nearest model of the list for %s',
    async (kind) => {
      const error = { kind, model: 'org/lens-9b' };
      expect(await withAlternatives(error, BY_ADA)).toEqual({
        ...error,
        nearest: 'org/lens-8b',
      });
    },
  );

  it.each([
    ['the one that was named, where others serve the model', 'other/gift-3b', 'Quill', 'Quill'],
    ['none that was the only one', 'org/lens-7b', 'quill', undefined],
    ['none where the router chose', 'other/gift-3b', 'fastest', undefined],
    ['none where nobody chose', 'other/gift-3b', undefined, undefined],
    ['none of a model that no list has', 'org/lens-9b', 'quill', undefined],
  ])('names as the provider to leave %s', async (_title, model, provider, pinned) => {
    const error: CompanionError = { kind: 'model-gone', model };
    const told = await withAlternatives(error, { ...BY_ADA, choice: { model, provider } });
    expect('pinned' in told ? told.pinned : undefined).toBe(pinned);
    expect(told).toHaveProperty('nearest');
  });

  it.each([
    ['that may not serve it', ['quill', 'scribe'], undefined],
    ['when the others may not', ['abacus'], undefined],
    ['when another may', ['abacus', 'quill'], 'abacus'],
  ])('goes by policy in which provider to leave: one %s', async (_title, allowed, pinned) => {
    policy = { ALLOWED_PROVIDERS: allowed };
    const choice = { model: 'other/gift-3b', provider: 'abacus' };
    const error: CompanionError = { kind: 'model-not-supported', model: choice.model };
    const told = await withAlternatives(error, { ...BY_ADA, choice });
    expect('pinned' in told ? told.pinned : undefined).toBe(pinned);
  });

  it('[R22] names at most three free models, the large ones first', async () => {
    expect(await withAlternatives(NO_CREDITS, BY_ADA)).toEqual({
      kind: 'credits-used-up',
      free: ['other/gift-3b', 'org/lens-8b', 'other/gift-2b'],
      builtIn: true,
    });
  });

  it('[R22] asks for the list again before it says what is free', async () => {
    const provider = { provider: 'abacus', status: 'live', pricing: { input: 0, output: 0 } };
    const data = [{ id: 'other/new-1b', providers: [provider] }];
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ data })));
    expect(await withAlternatives(NO_CREDITS, BY_ADA)).toMatchObject({ free: ['other/new-1b'] });
    // It is one of now.
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('asked again')));
    expect(await withAlternatives(NO_CREDITS, BY_ADA)).toMatchObject({ free: ['other/new-1b'] });
  });

  it('[R22] goes by the stored list when the router takes long', async () => {
    vi.useFakeTimers();
    const { promise, reject } = Promise.withResolvers<Response>();
    vi.stubGlobal('fetch', () => promise);
    const told = withAlternatives(NO_CREDITS, BY_ADA);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await told).toMatchObject({ free: expect.arrayContaining(['org/lens-8b']) });
    reject(new TypeError('offline'));
  });

  it('names only what policy allows, as its providers serve it', async () => {
    policy = { ALLOWED_MODELS: ['org/lens-70b', 'other/*'], ALLOWED_PROVIDERS: ['quill'] };
    expect(await withAlternatives(GONE, BY_ADA)).toMatchObject({
      nearest: 'org/lens-70b',
    });
    // The one that is free elsewhere is not, at the only provider that is allowed.
    expect(await withAlternatives(NO_CREDITS, BY_ADA)).toEqual(NO_CREDITS);
  });

  it('names only what the list of providers of the owner allows, and of nobody else', async () => {
    await settingsByAccountItem.set({ '1': { providers: ['quill'] } });
    expect(await withAlternatives(NO_CREDITS, BY_ADA)).toEqual(NOTHING_FREE);
    expect(await withAlternatives(NO_CREDITS, BY_GRACE)).toMatchObject({
      free: expect.arrayContaining(['org/lens-8b']),
    });
  });

  it('counts the private models of the owner that are served, and of nobody else', async () => {
    const served = { id: 'ada/lens-2b', liveProviders: 1 };
    const unserved = { id: 'ada/lens-1b', liveProviders: 0 };
    await privateModelsItem.set({ '1': { fetchedAt: 1, models: [unserved, served] } });
    const error: CompanionError = { kind: 'model-gone', model: 'ada/lens-1b-old' };
    expect(await withAlternatives(error, BY_ADA)).toMatchObject({
      nearest: served.id,
    });
    for (const stranger of ['2', undefined]) {
      expect(await withAlternatives(error, { ...BY_ADA, owner: stranger })).not.toMatchObject({
        nearest: served.id,
      });
    }
  });

  it("does not take another router's list for its own", async () => {
    await modelCatalogueItem.set({
      routerOrigin: 'https://x.example',
      fetchedAt: 1,
      models: MODELS,
    });
    expect(await withAlternatives(GONE, BY_ADA)).toEqual(GONE);
    expect(await withAlternatives(NO_CREDITS, BY_ADA)).toEqual(NOTHING_FREE);
  });

  it('leaves the error as it is without a list, and when storage fails', async () => {
    await modelCatalogueItem.remove();
    expect(await withAlternatives(GONE, BY_ADA)).toEqual(GONE);
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('disk'));
    expect(await withAlternatives(GONE, BY_ADA)).toEqual(GONE);
    expect(await withAlternatives(NO_CREDITS, BY_ADA)).toEqual(NO_CREDITS);
    vi.restoreAllMocks();
  });

  it('leaves every other error as it is', async () => {
    const error: CompanionError = { kind: 'text-too-long' };
    expect(await withAlternatives(error, BY_ADA)).toBe(error);
  });
});

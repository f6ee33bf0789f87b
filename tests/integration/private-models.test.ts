import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ADA, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const LIST = '/api/models';
const SCOPE = 'read-repos';
const DAY_MS = 24 * 60 * 60_000;

/** The ids of the private models that the views are told of. */
async function listed(): Promise<string[] | undefined> {
  const { privateModels } = (await companion.extension.storage('session')) as {
    privateModels?: Record<string, { models: { id: string }[] }>;
  };
  return privateModels?.[ADA]?.models.map(({ id }) => id).toSorted();
}

async function grantRepositories(isOn = true): Promise<void> {
  const { extension } = companion;
  await extension.request('session.set-scope', { scope: SCOPE, isOn });
  await vi.waitFor(async () => {
    expect((await extension.account())?.scopes.includes(SCOPE)).toBe(isOn);
  }, WAIT);
  await extension.waitUntilGone('session', 'signIn');
}

it('lists the private models of the person and their organizations once they may be read', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.request('models.refresh', {});
  expect(companion.requests(LIST)).toHaveLength(0);
  await grantRepositories();
  await extension.request('models.refresh', {});
  expect(await listed()).toEqual([
    'ada/first-draft-1b',
    'ada/note-g-8b',
    'analytical-engine/difference-7b',
  ]);
});

it('tells which of them a provider serves', async () => {
  const { extension } = companion;
  await extension.signIn();
  await grantRepositories();
  await extension.request('models.refresh', {});
  expect(await extension.storage('session')).toMatchObject({
    privateModels: {
      [ADA]: {
        models: expect.arrayContaining([
          { id: 'ada/note-g-8b', liveProviders: 1 },
          { id: 'ada/first-draft-1b', liveProviders: 0 },
        ]),
      },
    },
  });
});

it('asks again only after an hour', async () => {
  const { extension } = companion;
  await extension.signIn();
  await grantRepositories();
  await extension.request('models.refresh', {});
  const asked = companion.requests(LIST).length;
  expect(asked).toBeGreaterThan(0);
  await extension.request('models.refresh', {});
  expect(companion.requests(LIST)).toHaveLength(asked);
});

it('asks again when they seem to come from the future: a clock was wrong', async () => {
  const { extension } = companion;
  await extension.signIn();
  await grantRepositories();
  await extension.request('models.refresh', {});
  const asked = companion.requests(LIST).length;
  const models = [{ id: 'ada/from-the-future-1b', liveProviders: 0 }];
  const fetchedAt = Date.now() + 365 * DAY_MS;
  await fakeBrowser.storage.session.set({ privateModels: { [ADA]: { models, fetchedAt } } });
  expect(await listed()).toEqual(['ada/from-the-future-1b']);
  await extension.request('models.refresh', {});
  expect(companion.requests(LIST)).toHaveLength(2 * asked);
  expect(await listed()).toContain('ada/note-g-8b');
});

it('forgets them when the permission is given back', async () => {
  const { extension } = companion;
  await extension.signIn();
  await grantRepositories();
  await extension.request('models.refresh', {});
  await grantRepositories(false);
  await extension.request('models.refresh', {});
  expect(await listed()).toBeUndefined();
});

it('leaves out what is public, or no model for chats', async () => {
  const { extension } = companion;
  await extension.signIn();
  await grantRepositories();
  extension.network.alter(LIST, (body) => {
    const [first, ...others] = Object.values(body) as Record<string, unknown>[];
    if (!first) return body;
    const open = { ...first, id: 'ada/open-1b', private: false };
    const painter = { ...first, id: 'ada/painter-1b', pipeline_tag: 'text-to-image' };
    return [first, open, painter, ...others] as Record<string, unknown>[];
  });
  await extension.request('models.refresh', {});
  expect(await listed()).not.toContain('ada/open-1b');
  expect(await listed()).not.toContain('ada/painter-1b');
  expect(await listed()).toContain('ada/note-g-8b');
});

it('[AU-18] forgets them at sign-out', async () => {
  const { extension } = companion;
  await extension.signIn();
  await grantRepositories();
  await extension.request('models.refresh', {});
  expect(await listed()).toHaveLength(3);
  await extension.request('session.sign-out', { sub: ADA });
  expect(await listed()).toBeUndefined();
});

it('[AU-18] keeps none that come after sign-out', async () => {
  const { extension } = companion;
  await extension.signIn();
  await grantRepositories();
  let signedOut: Promise<unknown> | undefined;
  extension.network.before(LIST, async () => {
    signedOut ??= extension.request('session.sign-out', { sub: ADA });
    await signedOut;
  });
  await extension.request('models.refresh', {});
  expect(await listed()).toBeUndefined();
});

it('keeps the model list whole when the Hub does not give the private ones', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await grantRepositories();
  hub.fault({ kind: 'html', status: 200, path: LIST, times: 9 });
  expect(await extension.request('models.refresh', {})).toEqual({ ok: true, value: null });
  expect(await listed()).toBeUndefined();
  await extension.waitFor('local', 'modelCatalogue');
});

it('[R13] leaves no failure unheard where there is no network for any list', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await grantRepositories();
  await extension.waitFor('local', 'modelCatalogue');
  await extension.network.settle();
  await fakeBrowser.storage.local.remove('modelCatalogue');
  const unheard: unknown[] = [];
  const listen = (reason: unknown) => void unheard.push(reason);
  process.on('unhandledRejection', listen);
  extension.network.before('/', () => {
    throw new TypeError('Failed to fetch');
  });
  const { host } = new URL(hub.routerOrigin);
  expect(await extension.request('models.refresh', {})).toEqual({
    ok: false,
    error: { kind: 'unreachable', host },
  });
  await extension.network.settle();
  process.off('unhandledRejection', listen);
  expect(unheard).toEqual([]);
});

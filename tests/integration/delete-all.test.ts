import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { untilKept } from '@/tests/fakes/kept-runs';
import { ADA, GRACE, useCompanion, WAIT } from './companion';
import { KEY, useOwnServers } from './own-servers';

const companion = useCompanion();
const servers = useOwnServers(companion);

/** Match patterns that are granted. */
let origins: string[];

beforeEach(() => {
  origins = [];
  Object.assign(fakeBrowser.permissions, { getAll: () => Promise.resolve({ origins }) });
});

const deleteAll = () => companion.extension.request('device.delete-all', {});

/** Everything that is kept, whoever has put it there. */
async function kept() {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const { local, session } = fakeBrowser.storage;
  return { local: await local.get(null), session: await session.get(null), names };
}

const NOTHING = { local: { schemaVersion: 1 }, session: {}, names: [] };

/** Two accounts with an answer each, settings, an endpoint with a key, sums. */
async function useEverything(): Promise<void> {
  const { extension } = companion;
  await companion.signInBoth();
  await (await companion.start()).waitFor('done');
  await untilKept(GRACE, 'done');
  await extension.request('session.switch-account', { sub: ADA });
  await (await companion.start(2)).waitFor('done');
  await untilKept(ADA, 'done');
  await extension.choose('demo/extractive');
  await extension.request('settings.set-scopes', { scopes: 'openid profile' });
  await servers.add('http://127.0.0.1:8080', { key: KEY });
  await extension.waitFor('local', 'ledgers');
  await fakeBrowser.storage.local.set({ beforeMigration: 'copy', 'damaged.accounts': 'copy' });
  await fakeBrowser.storage.session.set({ unknown: 1 });
}

describe('deleting everything on this device', () => {
  it('[TK-06] leaves nothing in any storage or database, of anybody', async () => {
    await useEverything();
    const before = await kept();
    expect(Object.keys(before.local).length).toBeGreaterThan(6);
    expect(before.names).toHaveLength(3);
    expect(await deleteAll()).toEqual({ ok: true, value: null });
    await companion.extension.network.settle();
    expect(await kept()).toEqual(NOTHING);
  });

  it('[TK-06] stops what runs, whose bill is not entered afterwards', async () => {
    const { extension, hub } = companion;
    await extension.signIn();
    const letGo = hub.hold();
    const panel = await companion.start();
    await vi.waitFor(() => expect(hub.chats).toHaveLength(1), WAIT);
    expect(await deleteAll()).toEqual({ ok: true, value: null });
    await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('aborted'), WAIT);
    letGo();
    expect(panel.events.at(-1)).toEqual({ kind: 'cleared' });
    await extension.network.settle();
    expect(await kept()).toMatchObject({ local: { schemaVersion: 1 }, names: [] });
    expect(await extension.storage('local')).toEqual({});
  });

  it('gives back the access to hosts that was given besides', async () => {
    origins = [`${companion.hub.origin.replace(/:\d+$/, '')}/*`, 'http://localhost/*'];
    await deleteAll();
    expect(servers.removed).toEqual(['http://localhost/*']);
  });

  it('leaves an extension that can sign in, and keep answers, as a new one', async () => {
    const { extension } = companion;
    await useEverything();
    await deleteAll();
    await extension.signIn();
    await (await companion.start()).waitFor('done');
    await untilKept(GRACE, 'done');
    expect(await extension.request('history.count', { sub: GRACE })).toEqual({
      ok: true,
      value: 1,
    });
  });

  it('says so where the browser refuses, and deletes the rest by another try', async () => {
    await useEverything();
    const clear = vi
      .spyOn(fakeBrowser.storage.local, 'clear')
      .mockRejectedValueOnce(new Error('I/O error'));
    expect(await deleteAll()).toEqual({ ok: false, error: { kind: 'storage-failed' } });
    clear.mockRestore();
    expect(await deleteAll()).toEqual({ ok: true, value: null });
    expect(await kept()).toEqual(NOTHING);
  });
});

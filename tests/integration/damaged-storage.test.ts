import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { STORED_1 } from '@/tests/fixtures/stored/version-1';
import { ADA, useCompanion, WAIT } from './companion';

/* What is stored does not have the shape that it should have. */

const companion = useCompanion();

type Area = 'local' | 'session';

/** Every key that pages may read, and something that is nothing of the kind. */
const GARBAGE: [Area, string, unknown][] = [
  ['local', 'accounts', { list: 'Ada' }],
  ['local', 'settingsByAccount', { [ADA]: { billTo: 7 } }],
  ['local', 'settings', 'garbage'],
  ['local', 'modelCatalogue', { models: [{}] }],
  ['session', 'signIn', { status: 'dancing' }],
  ['session', 'privateModels', [1, 2, 3]],
  ['session', 'memoryOnly', 'yes'],
  ['session', 'faults', { kind: 'damaged' }],
];

async function startWith(area: Area, items: Record<string, unknown>): Promise<void> {
  companion.extension.stopBackground();
  await fakeBrowser.storage[area].set(items);
  await companion.extension.startBackground();
}

async function showsFault(fault: object): Promise<void> {
  await vi.waitFor(async () => {
    const { faults } = await companion.extension.storage('session');
    expect(faults).toContainEqual(fault);
  }, WAIT);
}

/** The copy that is kept of a key. */
async function copyOf(area: Area, key: string): Promise<unknown> {
  const copy = (await companion.extension.storage(area))[`damaged.${key}`] as { json?: string };
  return copy?.json === undefined ? undefined : JSON.parse(copy.json);
}

describe('a value that is damaged', () => {
  it.each(GARBAGE)(
    '[R32] [TK-10] %s.%s is kept as a copy and told, costs nothing else, and one can sign in',
    async (area, key, garbage) => {
      const { extension } = companion;
      const { [key as 'accounts']: _, ...others } = STORED_1.FULL;
      extension.stopBackground();
      if (area === 'local') {
        // Who has a client id of their own: without it there would be none.
        const settings = { ...others.settings, clientId: companion.hub.clientId };
        await fakeBrowser.storage.local.set({ ...others, settings });
      }
      await startWith(area, { [key]: garbage });
      await showsFault({ kind: 'damaged', what: key });
      expect(await copyOf(area, key)).toEqual(garbage);
      if (area === 'local') {
        const stored = await extension.storage('local');
        for (const other of Object.keys(others).filter((name) => name !== 'settings')) {
          expect(stored[other]).toEqual(others[other as keyof typeof others]);
        }
      }
      await extension.signIn();
      expect(await extension.account()).toMatchObject({ sub: ADA });
      expect(await copyOf(area, key)).toEqual(garbage);
    },
  );

  it('[R32] [TK-10] is told again only when it is damaged anew', async () => {
    const { extension } = companion;
    await startWith('local', { settings: 'garbage' });
    await showsFault({ kind: 'damaged', what: 'settings' });
    await extension.request('faults.dismiss', { fault: 'damaged' });
    await extension.startBackground();
    const read = { kind: 'damaged', what: 'settings', isDismissed: true };
    await showsFault(read);
    await fakeBrowser.storage.local.set({ settings: 'garbage again' });
    await showsFault({ kind: 'damaged', what: 'settings' });
    expect(await copyOf('local', 'settings')).toBe('garbage again');
  });

  it('[R32] [TK-10] is kept as a copy too when it is damaged while the background runs', async () => {
    const { extension } = companion;
    await extension.signIn();
    await fakeBrowser.storage.local.set({ settings: 7 });
    await extension.request('settings.set-answers-in', { surface: 'window' });
    expect((await extension.storage('local'))['settings']).toEqual({ answersIn: 'window' });
    await showsFault({ kind: 'damaged', what: 'settings' });
    expect(await copyOf('local', 'settings')).toBe(7);
  });

  it('[R32] [TK-10] is told by the next background when one was stopped before it could', async () => {
    const { extension } = companion;
    await startWith('local', { settings: 'garbage' });
    await showsFault({ kind: 'damaged', what: 'settings' });
    extension.stopBackground();
    await fakeBrowser.storage.session.remove('faults');
    await startWith('local', { settings: 'garbage' });
    await showsFault({ kind: 'damaged', what: 'settings' });
  });

  it('[TK-10] leaves no copy that grows without bounds or stays for ever', async () => {
    const { extension } = companion;
    await startWith('local', { settings: 'x'.repeat(1_000_000) });
    const copy = (await extension.waitFor('local', 'damaged.settings')) as object;
    expect(JSON.stringify(copy).length).toBeLessThan(110_000);
    const old = { ...copy, keptAt: Date.now() - 31 * 24 * 60 * 60_000 };
    await startWith('local', { 'damaged.settings': old });
    await extension.waitUntilGone('local', 'damaged.settings');
  });

  it('[TK-10] leaves no copy of accounts behind when somebody signs out', async () => {
    const { extension } = companion;
    await startWith('local', { accounts: 7 });
    await extension.waitFor('local', 'damaged.accounts');
    await extension.signIn();
    await extension.request('session.sign-out', { sub: ADA });
    expect(await extension.storage('local')).not.toHaveProperty(['damaged.accounts']);
  });
});

describe('tokens', () => {
  it('[R32] [TK-10] stay when the options are damaged, and the app is theirs once it is entered again', async () => {
    const { extension, hub } = companion;
    await companion.install({ clientId: undefined });
    await extension.request('settings.set-client-id', { clientId: hub.clientId });
    await companion.extension.signIn();
    await companion.extension.expireAccessToken();
    const before = await companion.extension.refreshToken();
    await startWith('local', { settings: 7 });
    await showsFault({ kind: 'damaged', what: 'settings' });
    await companion.extension.request('models.refresh', {});
    await companion.extension.network.settle();
    expect(await companion.extension.refreshToken()).toBe(before);
    expect(await companion.extension.account()).toMatchObject({ session: 'open' });
    await companion.extension.request('settings.set-client-id', { clientId: hub.clientId });
    expect(await companion.extension.account()).toMatchObject({ session: 'open' });
    expect(await companion.extension.refreshToken()).toBe(before);
  });

  it('[R32] [TK-10] stay when the build has another app than the options that are damaged', async () => {
    const { hub } = companion;
    await companion.install({ clientId: undefined });
    await companion.extension.request('settings.set-client-id', { clientId: hub.clientId });
    await companion.extension.signIn();
    await companion.extension.waitFor('local', 'modelCatalogue');
    const before = await companion.extension.refreshToken();
    Object.assign(globalThis, {
      __BUILD_CONFIGURATION__: {
        ...(globalThis as unknown as { __BUILD_CONFIGURATION__: object }).__BUILD_CONFIGURATION__,
        clientId: 'another-app-of-the-build',
      },
    });
    await startWith('local', { settings: 7 });
    const view = await companion.start();
    await vi.waitFor(() => expect(view.run?.state.kind).toBe('failed'), WAIT);
    expect(view.run?.state).toEqual({ kind: 'failed', error: { kind: 'client-id-missing' } });
    expect(await companion.extension.refreshToken()).toBe(before);
    expect(await companion.extension.account()).toMatchObject({ session: 'open' });
  });

  it('[R32] [TK-10] stay when the list of accounts is damaged, until somebody signs in', async () => {
    const { extension } = companion;
    await companion.signInBoth();
    const { refreshTokens } = await companion.stored();
    await startWith('local', { accounts: 'garbage' });
    await showsFault({ kind: 'damaged', what: 'accounts' });
    await extension.startBackground();
    await extension.network.settle();
    expect((await companion.stored()).refreshTokens).toEqual(refreshTokens);
  });

  it('[R32] [TK-10] that are damaged are in no copy and no notice', async () => {
    const { extension } = companion;
    await extension.signIn();
    await startWith('session', { [`accessToken.${ADA}`]: { value: 'hf_oauth_damaged' } });
    await extension.request('models.refresh', {});
    await extension.network.settle();
    const everything = [await extension.storage('local'), await extension.storage('session')];
    expect(Object.keys({ ...everything[0], ...everything[1] })).not.toContainEqual(
      expect.stringMatching(/^damaged/),
    );
    expect(everything[1]).not.toHaveProperty('faults');
  });
});

describe('what a newer version has stored', () => {
  const NEWER = {
    schemaVersion: 2,
    accounts: { list: { 'user-ada': {} }, shape: 2 },
    settings: { answersIn: 'panel', theme: 'dark' },
  };

  it('[R32] [TK-08] is left as it is where it can not be read, and that is told once', async () => {
    const { extension } = companion;
    await startWith('local', NEWER);
    await showsFault({ kind: 'newer-version' });
    expect(await extension.failToSignIn()).toEqual({ kind: 'other-version' });
    expect(await fakeBrowser.storage.local.get(null)).toMatchObject(NEWER);
    expect(await extension.storage('local')).not.toHaveProperty(['damaged.accounts']);
    await extension.request('faults.dismiss', { fault: 'newer-version' });
    await extension.startBackground();
    await extension.request('settings.set-answers-in', { surface: 'window' });
    expect((await extension.storage('session'))['faults']).toEqual([
      { kind: 'newer-version', isDismissed: true },
    ]);
  });

  it('[R32] [TK-08] keeps the members that this version does not know', async () => {
    const { extension } = companion;
    await extension.signIn();
    const accounts = await extension.accounts();
    const withMore = {
      ...accounts,
      order: ['user-ada'],
      list: accounts?.list.map((account) => ({ ...account, colour: 'red' })),
    };
    await startWith('local', { ...NEWER, accounts: withMore });
    await extension.signIn();
    await extension.request('settings.set-answers-in', { surface: 'window' });
    companion.hub.signInAs('grace');
    await extension.signIn('session.add-account');
    await extension.request('session.switch-account', { sub: ADA });
    const stored = (await extension.storage('local')) as Record<string, object>;
    expect(stored['settings']).toEqual({ answersIn: 'window', theme: 'dark' });
    expect(stored['accounts']).toMatchObject({
      order: ['user-ada'],
      active: ADA,
      list: [{ sub: ADA, colour: 'red' }, {}],
    });
    await extension.request('session.sign-out', { sub: ADA });
    expect(await extension.accounts()).toMatchObject({ order: ['user-ada'] });
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ADA, useCompanion, WAIT } from './companion';

/* The browser's storage refuses to read or to write. */

const companion = useCompanion();

type Area = 'local' | 'session';
const QUOTA = {
  local: new Error('Resource::kQuotaBytes quota exceeded'),
  session: new Error('Session storage quota bytes exceeded. Values were not stored.'),
};
const BROKEN = new Error('Corruption: checksum mismatch');

const originals = { ...fakeBrowser.storage };
afterEach(() => {
  Object.assign(fakeBrowser.storage, originals);
});

/** From now on a method of an area fails, where the keys that it is asked for fit. */
function fail(area: Area, method: 'get' | 'set', error: Error, fits: (key: string) => boolean) {
  const real = fakeBrowser.storage[area];
  const replacement = (keys: string | string[] | Record<string, unknown> | null) => {
    const names = typeof keys === 'string' ? [keys] : Object.keys(keys ?? { '': 0 });
    const works = real[method] as (keys: unknown) => Promise<unknown>;
    return names.some(fits) ? Promise.reject(error) : works(keys);
  };
  Object.assign(fakeBrowser.storage, { [area]: { ...real, [method]: replacement } });
}

function heal(): void {
  Object.assign(fakeBrowser.storage, originals);
}

describe('a storage without room', () => {
  it('[R31] [TK-09] answers with words of its own, keeps what was there, and works again', async () => {
    const { extension } = companion;
    await extension.request('settings.set-answers-in', { surface: 'window' });
    fail('local', 'set', QUOTA.local, () => true);
    const answer = await extension.request('settings.set-answers-in', { surface: 'panel' });
    expect(answer).toEqual({ ok: false, error: { kind: 'storage-full' } });
    expect(await extension.storage('local')).toMatchObject({ settings: { answersIn: 'window' } });
    expect(await extension.waitFor('session', 'faults')).toEqual([{ kind: 'storage-full' }]);
    heal();
    await extension.request('settings.set-answers-in', { surface: 'panel' });
    await extension.waitUntilGone('session', 'faults');
    expect(await extension.storage('local')).toMatchObject({ settings: { answersIn: 'panel' } });
  });

  it('[R31] [TK-09] says at once that a sign-in can not even be noted', async () => {
    const { extension } = companion;
    fail('session', 'set', QUOTA.session, () => true);
    expect(await extension.request('session.sign-in', {})).toEqual({
      ok: false,
      error: { kind: 'storage-full' },
    });
    expect(extension.authorizations).toEqual([]);
    heal();
    await extension.signIn();
  });

  it('[R31] [TK-09] believes no half of a sign-in that it could not keep', async () => {
    const { extension } = companion;
    fail('local', 'set', QUOTA.local, (key) => key === 'accounts');
    expect(await extension.failToSignIn()).toEqual({ kind: 'storage-full' });
    expect(await extension.accounts()).toBeUndefined();
    heal();
    await extension.startBackground();
    await vi.waitFor(async () => {
      expect(await extension.refreshToken()).toBeUndefined();
    }, WAIT);
    await extension.signIn();
  });

  it('[R31] [TK-09] runs without keeping the list of models', async () => {
    const { extension } = companion;
    fail('local', 'set', QUOTA.local, (key) => key === 'modelCatalogue');
    await extension.signIn();
    await (await companion.start()).waitFor('done');
    expect(await extension.storage('local')).not.toHaveProperty('modelCatalogue');
    expect(await extension.waitFor('session', 'faults')).toEqual([{ kind: 'storage-full' }]);
  });

  it('[R31] [TK-10] leaves a damaged value in its place, which it can not copy', async () => {
    const { extension } = companion;
    extension.stopBackground();
    await fakeBrowser.storage.local.set({ settings: 7 });
    fail('local', 'set', QUOTA.local, (key) => key === 'damaged.settings');
    await extension.startBackground();
    const answer = await extension.request('settings.set-answers-in', { surface: 'panel' });
    expect(answer).toEqual({ ok: false, error: { kind: 'storage-full' } });
    expect(await extension.storage('local')).toMatchObject({ settings: 7 });
    await extension.signIn();
  });
});

describe('a storage that fails', () => {
  it.each<[Area, 'get' | 'set', object]>([
    ['local', 'get', { kind: 'settings.set-answers-in', surface: 'window' }],
    ['local', 'set', { kind: 'settings.set-answers-in', surface: 'window' }],
    ['session', 'get', { kind: 'session.switch-account', sub: ADA }],
    ['session', 'set', { kind: 'session.sign-in' }],
  ])(
    '[R32] [TK-10] lets storage.%s.%s reject, says so, and works again',
    async (area, method, request) => {
      const { extension } = companion;
      await extension.signIn();
      await extension.waitFor('local', 'modelCatalogue');
      const before = await companion.stored();
      fail(area, method, BROKEN, () => true);
      expect(await extension.send(request)).toEqual({
        ok: false,
        error: { kind: 'storage-failed' },
      });
      heal();
      expect(await companion.stored()).toEqual(before);
      await extension.request('settings.set-answers-in', { surface: 'window' });
      expect(await extension.storage('local')).toMatchObject({ settings: { answersIn: 'window' } });
      expect(await extension.account()).toMatchObject({ sub: ADA, session: 'open' });
    },
  );

  it('[R32] [TK-10] opens it with the first access that works, when it fails at the start', async () => {
    const { extension } = companion;
    extension.stopBackground();
    await fakeBrowser.storage.local.set({ settings: 7 });
    fail('local', 'get', BROKEN, () => true);
    await extension.startBackground();
    const parameters = { surface: 'window' } as const;
    expect(await extension.request('settings.set-answers-in', parameters)).toMatchObject({
      ok: false,
    });
    heal();
    expect(await extension.request('settings.set-answers-in', parameters)).toMatchObject({
      ok: true,
    });
    const { settings, ...others } = await extension.storage('local');
    expect(settings).toEqual({ answersIn: 'window' });
    expect(others['damaged.settings']).toMatchObject({ json: '7' });
  });

  it('[R48] keeps content scripts out before it reads or writes anything', async () => {
    const { extension } = companion;
    extension.stopBackground();
    const order: string[] = [];
    const real = fakeBrowser.storage.local;
    const local = {
      ...real,
      setAccessLevel: async () => {
        // What came before is of the background that was stopped.
        order.length = 0;
        await new Promise((resolve) => setImmediate(resolve));
        order.push('closed');
      },
      get: (keys: string | string[] | null) => {
        order.push('get');
        return real.get(keys);
      },
      set: (items: Record<string, unknown>) => {
        order.push('set');
        return real.set(items);
      },
    };
    Object.assign(fakeBrowser.storage, { local });
    await extension.startBackground();
    await extension.request('settings.set-answers-in', { surface: 'panel' });
    expect(order[0]).toBe('closed');
    expect(order).toContain('set');
  });
});

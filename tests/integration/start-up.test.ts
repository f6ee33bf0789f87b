import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ADA, GRACE, useCompanion, WAIT } from './companion';

/* What a background finds that was killed in the middle of something. */

const companion = useCompanion();

/** What a storage answers that is killed before it has. */
const NEVER = new Promise<never>(() => undefined);

/** Begins to sign in, and stops the background when the tokens are stored and the account is not. */
async function killInSignIn(
  kind: 'session.sign-in' | 'session.add-account',
  sub: string,
): Promise<void> {
  const { extension } = companion;
  const { local } = fakeBrowser.storage;
  Object.assign(fakeBrowser.storage, { local: { ...local, set: () => NEVER } });
  await extension.request(kind, {});
  await vi.waitFor(async () => {
    expect(await extension.refreshToken(sub)).toBeDefined();
    expect(await extension.accessToken(sub)).toBeDefined();
  }, WAIT);
  extension.stopBackground();
  Object.assign(fakeBrowser.storage, { local });
}

it.each<[string, () => Promise<void>]>([
  ['the background', () => companion.extension.startBackground()],
  // Which forgets access tokens.
  ['the browser', () => companion.extension.restartBrowser()],
])(
  '[AU-18] a sign-in that was killed halfway leaves no tokens of nobody once %s is started again',
  async (_what, startAgain) => {
    const { extension } = companion;
    await killInSignIn('session.sign-in', ADA);
    await startAgain();
    await vi.waitFor(async () => {
      expect(await extension.refreshToken()).toBeUndefined();
      expect(await extension.accessToken()).toBeUndefined();
    }, WAIT);
  },
);

it('[AU-18] what a killed sign-in left is forgotten, and nothing of who is on the list', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const { refreshTokens } = await companion.stored();
  const accessToken = await extension.accessToken();
  hub.signInAs('grace');
  await killInSignIn('session.add-account', GRACE);
  await extension.startBackground();
  await vi.waitFor(async () => {
    expect((await companion.stored()).refreshTokens).toEqual(refreshTokens);
    expect(await extension.accessToken(GRACE)).toBeUndefined();
  }, WAIT);
  expect(await extension.accessToken()).toEqual(accessToken);
});

it('[AU-18] a sign-out that was killed halfway leaves the account on the list, to be signed out', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.network.settle();
  const open = indexedDB.open.bind(indexedDB);
  const database = vi
    .spyOn(indexedDB, 'open')
    .mockImplementation((name, version) =>
      name === 'companion-secrets' ? new IDBOpenDBRequest() : open(name, version),
    );
  void extension.request('session.sign-out', { sub: ADA });
  await vi.waitFor(async () => expect(await extension.accessToken()).toBeUndefined(), WAIT);
  await extension.network.settle();
  extension.stopBackground();
  database.mockRestore();
  expect(await extension.account()).toMatchObject({ sub: ADA });
  await extension.startBackground();
  expect(await extension.request('session.sign-out', { sub: ADA })).toEqual({
    ok: true,
    value: null,
  });
  expect(await extension.accounts()).toEqual({ list: [] });
  expect(await extension.refreshToken()).toBeUndefined();
});

it('[AU-18] what is left in a browser without a database is forgotten too', async () => {
  const { extension } = companion;
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('A mutation operation was attempted.', 'InvalidStateError');
  });
  extension.stopBackground();
  const source = { clientId: companion.hub.clientId, issuer: companion.hub.origin };
  const token = { ...source, value: 'left-over' };
  await fakeBrowser.storage.session.set({
    [`accessToken.${ADA}`]: { ...token, expiresAt: Date.now() + 60_000 },
    [`refreshToken.${ADA}`]: token,
  });
  await extension.startBackground();
  await vi.waitFor(async () => expect(await extension.storage('session')).toEqual({}), WAIT);
});

it('[AU-18] [R43] signs out in a browser without a database', async () => {
  const { extension } = companion;
  const without = () => {
    throw new DOMException('A mutation operation was attempted.', 'InvalidStateError');
  };
  vi.spyOn(indexedDB, 'open').mockImplementation(without);
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(without);
  await extension.signIn();
  await (await companion.start()).waitFor('done');
  expect(await extension.request('session.sign-out', { sub: ADA })).toMatchObject({ ok: true });
  expect(await extension.accounts()).toEqual({ list: [] });
  await vi.waitFor(
    async () => expect(await extension.storage('session')).toEqual({ memoryOnly: true }),
    WAIT,
  );
});

import { beforeAll, expect, it, vi } from 'vitest';
import { readClaims, TokenForger } from '@/tests/fakes/forged-id-token';
import { useCompanion } from './companion';

const companion = useCompanion();
const TOKEN = '/oauth/token';
const DAY_MS = 24 * 60 * 60_000;
let forger: TokenForger;

beforeAll(async () => {
  forger = await TokenForger.create();
});

const TIMES = ['iat', 'exp', 'nbf', 'auth_time'];

/** Lets the provider's clock be ahead of this computer's: it names and signs its own times. */
function setProviderAhead(ms: number, dateAheadMs = ms): void {
  const { network } = companion.extension;
  network.providerAheadMs = dateAheadMs;
  network.alter('/oauth/jwks', () => forger.jwks);
  network.alter(TOKEN, async (body) => {
    const claims = Object.entries(readClaims(body['id_token'])).map(([name, value]) =>
      TIMES.includes(name) ? [name, Number(value) + ms / 1000] : [name, value],
    );
    return { ...body, id_token: await forger.sign(Object.fromEntries(claims)) };
  });
}

const SKEWS: [string, number][] = [
  ['a day slow', DAY_MS],
  ['a day fast', -DAY_MS],
  ['a year fast', -365 * DAY_MS],
];

it.each(SKEWS)('[R29] signs in, runs and renews where this computer is %s', async (_what, ms) => {
  const { extension } = companion;
  setProviderAhead(ms);
  await extension.signIn();
  const { expiresAt = 0 } = (await extension.accessToken()) ?? {};
  expect(expiresAt - Date.now()).toBeGreaterThan(7 * 60 * 60_000);
  await (await companion.start()).waitFor('done');
  await extension.expireAccessToken();
  await (await companion.start(2)).waitFor('done');
  expect(companion.refreshes()).toHaveLength(1);
});

it.each(SKEWS)(
  '[R29] renews where this computer became %s after the sign-in',
  async (_what, ms) => {
    const { extension } = companion;
    await extension.signIn();
    setProviderAhead(ms);
    await extension.expireAccessToken();
    await (await companion.start()).waitFor('done');
    expect(companion.refreshes()).toHaveLength(1);
    expect(await extension.account()).toMatchObject({ session: 'open' });
  },
);

it('[R29] [R21] renews on a 401 where the clock was set a day back and the token seems good', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - DAY_MS });
  setProviderAhead(DAY_MS);
  const body = { error: 'Invalid credentials in Authorization header' };
  hub.fault({ kind: 'status', status: 401, body, path: '/v1/chat/completions' });
  await (await companion.start()).waitFor('done');
  expect(companion.refreshes()).toHaveLength(1);
  const { expiresAt = 0 } = (await extension.accessToken()) ?? {};
  expect(expiresAt - Date.now()).toBeLessThan(9 * 60 * 60_000);
});

it('[R28] [R29] renews once where the clock was set a day ahead, and not again', async () => {
  const { extension } = companion;
  await extension.signIn();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + DAY_MS });
  setProviderAhead(-DAY_MS);
  await (await companion.start()).waitFor('done');
  await (await companion.start(2)).waitFor('done');
  expect(companion.refreshes()).toHaveLength(1);
});

it.each<[string, number, number]>([
  ['that has expired by the clock of who signed it', -2 * 60 * 60_000, 0],
  ['that has expired by a slow clock of who signed it', DAY_MS - 2 * 60 * 60_000, DAY_MS],
])('[AU-08] [R29] refuses an ID token %s', async (_what, ms, dateAheadMs) => {
  setProviderAhead(ms, dateAheadMs);
  expect(await companion.extension.failToSignIn()).toEqual({
    kind: 'sign-in-refused',
    check: 'token-response',
  });
});

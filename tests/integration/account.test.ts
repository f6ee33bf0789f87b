import { expect, it } from 'vitest';
import { useCompanion } from './companion';

const companion = useCompanion();
const USERINFO = '/oauth/userinfo';

it('signs in without the profile scope: the stable id stands in for the names', async () => {
  const { extension } = companion;
  extension.network.alter(USERINFO, ({ sub, isPro, orgs }) => ({ sub, isPro, orgs }));
  await extension.signIn();
  const account = await extension.account();
  const sub = '6512a0c1d3e4f5a6b7c8d901';
  expect(account).toMatchObject({ sub, username: sub, fullName: sub, isPro: true });
  expect(account?.picture).toBeUndefined();
});

it('signs in with nothing but a subject', async () => {
  const { extension } = companion;
  extension.network.alter(USERINFO, ({ sub }) => ({ sub }));
  await extension.signIn();
  const account = await extension.account();
  expect(account).toMatchObject({ isPro: false, organizations: [] });
});

it('keeps a name with markup as it is, for views that show it as text', async () => {
  const { extension } = companion;
  const name = '<img src=x onerror=alert(1)>';
  extension.network.alter(USERINFO, (body) => ({ ...body, name }));
  await extension.signIn();
  expect(await extension.account()).toMatchObject({ fullName: name });
});

it.each([
  [
    { kind: 'status', status: 429, body: { error: 'Too many requests' } },
    { kind: 'hub-busy', status: 429 },
  ],
  [
    { kind: 'status', status: 500, body: { error: 'Oops' } },
    { kind: 'hub-busy', status: 500 },
  ],
  [
    { kind: 'html', status: 504 },
    { kind: 'hub-busy', status: 504 },
  ],
  [{ kind: 'html', status: 200 }, { kind: 'unexpected-answer' }],
  [
    { kind: 'status', status: 401, body: { error: 'No' } },
    { kind: 'sign-in-refused', check: 'userinfo' },
  ],
  [{ kind: 'redirect', location: '/elsewhere' }, { kind: 'unreachable' }],
  [
    { kind: 'raw', contentType: 'application/json', body: '{"sub":"somebody-else"}' },
    { kind: 'sign-in-refused', check: 'userinfo' },
  ],
  [
    { kind: 'raw', contentType: 'application/json', body: '{"isPro":true}' },
    { kind: 'sign-in-refused', check: 'userinfo' },
  ],
  [
    {
      kind: 'raw',
      contentType: 'application/json',
      body: '{"sub":"6512a0c1d3e4f5a6b7c8d901","orgs":7}',
    },
    { kind: 'sign-in-refused', check: 'userinfo' },
  ],
] as const)(
  'does not sign in on a userinfo of %o, and does the next time',
  async (fault, error) => {
    const { extension, hub } = companion;
    hub.fault({ ...fault, path: USERINFO });
    expect(await extension.failToSignIn()).toMatchObject(error);
    expect(await extension.storage('local')).toEqual({});
    expect(Object.keys(await extension.storage('session'))).toEqual(['signIn']);
    expect(await extension.refreshToken()).toBeUndefined();
    await extension.signIn();
  },
);

it('keeps an earlier account when userinfo fails', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const before = await companion.stored();
  hub.signInAs('grace');
  hub.fault({ kind: 'html', status: 200, path: USERINFO });
  await extension.failToSignIn();
  const after = await companion.stored();
  expect(after.local).toEqual(before.local);
  expect(after.refreshTokens).toEqual(before.refreshTokens);
});

it.each([
  [{ kind: 'status', status: 404, body: { error: 'Not Found' } }],
  [{ kind: 'html', status: 200 }],
  [{ kind: 'cut', afterChunks: 0 }],
  [{ kind: 'raw', contentType: 'image/png', body: '' }],
  [{ kind: 'raw', contentType: 'image/png', body: 'x'.repeat(256 * 1024 + 1) }],
  [{ kind: 'redirect', location: 'http://localhost:9/other.png' }],
] as const)('signs in without a picture when it is %o', async (fault) => {
  const { extension, hub } = companion;
  hub.fault({ ...fault, path: '/avatars' });
  await extension.signIn();
  const account = await extension.account();
  expect(account).toMatchObject({ username: 'ada' });
  expect(account?.picture).toBeUndefined();
});

it('does not ask hosts that are not on the list for a picture', async () => {
  const { extension, hub } = companion;
  const { port } = new URL(hub.picturesOrigin);
  const picture = `http://localhost:${port}/avatars/ada.svg`;
  extension.network.alter(USERINFO, (body) => ({ ...body, picture }));
  await extension.signIn();
  expect((await extension.account())?.picture).toBeUndefined();
  expect(companion.requests('/avatars')).toEqual([]);
});

it.each(['data:image/svg+xml,<svg/>', 'javascript:alert(1)', 'not an address', ''])(
  'signs in without a picture at %o',
  async (picture) => {
    const { extension } = companion;
    extension.network.alter(USERINFO, (body) => ({ ...body, picture }));
    await extension.signIn();
    expect((await extension.account())?.picture).toBeUndefined();
  },
);

it('follows a redirect of a picture within the list', async () => {
  const { extension, hub } = companion;
  const location = `${hub.picturesOrigin}/avatars/grace.svg`;
  hub.fault({ kind: 'redirect', location, path: '/avatars/ada.svg' });
  await extension.signIn();
  const account = await extension.account();
  expect(account).toMatchObject({ picture: expect.stringMatching(/^data:image\/svg/) });
});

it.each(['/avatars', '/v1/models'])('sends no token along with %s', async (path) => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const requests = companion.requests(path);
  expect(requests).not.toEqual([]);
  for (const { headers } of requests) expect(headers.authorization).toBeUndefined();
});

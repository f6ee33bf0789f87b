import { expect, it, vi } from 'vitest';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import { describeError } from '@/utils/errors/describe-error';
import { ADA, GRACE, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const BASE = ['openid', 'profile', 'inference-api'];

/** Grants one more scope, or takes it back, and waits for how that ended. */
async function setScope(scope: string, isOn: boolean): Promise<unknown> {
  const { extension } = companion;
  const before = extension.authorizations.length;
  await extension.request('session.set-scope', { scope, isOn });
  return await vi.waitFor(async () => {
    expect(extension.authorizations).toHaveLength(before + 1);
    const { signIn } = (await extension.storage('session')) as { signIn?: SignInProgress };
    if (signIn?.status === 'in-progress') throw new Error('the sign-in has not ended');
    return signIn?.error;
  }, WAIT);
}

/** The scopes that the last sign-in asked for. */
function askedScopes(): string[] {
  return companion.extension.authorizations.at(-1)?.searchParams.get('scope')?.split(' ') ?? [];
}

it('[AU-10] asks for the base, what was granted and one more, and stores what came', async () => {
  const { extension } = companion;
  await extension.signIn();
  await setScope('email', true);
  expect(askedScopes()).toEqual([...BASE, 'email']);
  expect(await extension.account()).toMatchObject({
    scopes: [...BASE, 'email'],
    email: 'ada@example.org',
  });
  expect(await setScope('read-billing', true)).toBeUndefined();
  expect(askedScopes()).toEqual([...BASE, 'email', 'read-billing']);
  expect(await extension.account()).toMatchObject({ email: 'ada@example.org', canPay: true });
});

it('[AU-10] asks for all but the one that is taken back, whose data and tokens go', async () => {
  const { extension } = companion;
  await extension.signIn();
  await setScope('email', true);
  await setScope('read-billing', true);
  const before = await companion.stored();
  expect(await setScope('email', false)).toBeUndefined();
  expect(askedScopes()).toEqual([...BASE, 'read-billing']);
  const account = await extension.account();
  expect(account).toMatchObject({ scopes: [...BASE, 'read-billing'], canPay: true });
  expect(account?.email).toBeUndefined();
  const after = await companion.stored();
  expect(JSON.stringify(after)).not.toContain('ada@example.org');
  expect(after.refreshTokens[ADA]).not.toBe(before.refreshTokens[ADA]);
});

it('[AU-10] does not take back a scope without which nothing works', async () => {
  const { extension } = companion;
  await extension.signIn();
  await setScope('inference-api', false);
  expect(askedScopes()).toEqual(BASE);
  expect(await extension.account()).toMatchObject({ scopes: BASE });
});

const REFUSALS: [string, () => void, string][] = [
  ['denies it', () => (companion.extension.decision = 'Deny'), 'sign-in-denied'],
  ['closes the window', () => (companion.extension.decision = 'close'), 'sign-in-cancelled'],
  [
    'answers with a wrong state',
    () => {
      companion.extension.decision = async (_url, press) => `${await press('Allow')}x`;
    },
    'sign-in-refused',
  ],
];

it.each(REFUSALS)('leaves the session as it was when the person %s', async (_what, end, kind) => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const before = await companion.stored();
  end();
  const error = await setScope('email', true);
  expect(error).toMatchObject({ kind });
  expect(await companion.stored()).toEqual({
    ...before,
    session: { ...before.session, signIn: { status: 'failed', error } },
  });
  await (await companion.start()).waitFor('done');
  extension.decision = 'Allow';
  expect(await setScope('email', true)).toBeUndefined();
});

it('[AU-10] says which scope was not granted, and stores what was', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const before = await companion.stored();
  hub.grantOnly(BASE);
  const error = { kind: 'scope-not-granted', scope: 'email' } as const;
  expect(await setScope('email', true)).toEqual(error);
  expect(describeError(error).detail).toMatch(/\w/);
  const account = await extension.account();
  expect(account).toMatchObject({ scopes: BASE, session: 'open' });
  expect(account?.email).toBeUndefined();
  expect((await companion.stored()).refreshTokens[ADA]).not.toBe(before.refreshTokens[ADA]);
  await (await companion.start()).waitFor('done');
});

it('has words for a scope that the provider does not know, and keeps the session', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const before = await companion.stored();
  const error = { kind: 'sign-in-page-failed' } as const;
  expect(await setScope('read-minds', true)).toEqual(error);
  expect(describeError(error).detail).toMatch(/\w/);
  expect(await companion.stored()).toEqual({
    ...before,
    session: { ...before.session, signIn: { status: 'failed', error } },
  });
});

it('[TK-06] changes nothing when another person answers, and names them', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const before = await companion.stored();
  hub.signInAs('grace');
  const error = { kind: 'other-account', username: 'grace' };
  expect(await setScope('email', true)).toEqual(error);
  const after = await companion.stored();
  expect(after).toEqual({
    ...before,
    session: { ...before.session, signIn: { status: 'failed', error } },
  });
  expect(after.refreshTokens).not.toHaveProperty(GRACE);
});

it('changes the scopes of nobody who is not signed in', async () => {
  const { extension } = companion;
  await extension.request('session.set-scope', { scope: 'email', isOn: true });
  expect(await extension.signInError()).toEqual({ kind: 'signed-out' });
  expect(extension.authorizations).toEqual([]);
});

it('[AU-10] sends nothing without the scope for inference, and says so', async () => {
  const { extension, hub } = companion;
  hub.grantOnly(['openid', 'profile']);
  await extension.signIn();
  expect(await extension.account()).toMatchObject({ scopes: ['openid', 'profile'] });
  const panel = await companion.start();
  const { id } = await panel.waitForHold('scope');
  await extension.network.settle();
  expect(companion.requests('/v1/chat')).toEqual([]);
  hub.grantOnly(undefined);
  await extension.request('session.set-scope', { scope: 'inference-api', isOn: true });
  expect(await panel.waitFor('done')).toMatchObject({ id });
});

const EXTRAS = 'email read-billing read-memberships';

it.each<[string, string[] | undefined]>([
  ['that were not granted', BASE],
  ['that were granted', undefined],
])('[AU-10] knows of email, payment and roles only what belongs to scopes %s', async (_w, only) => {
  const { extension, hub } = companion;
  await extension.request('settings.set-scopes', { scopes: `${BASE.join(' ')} ${EXTRAS}` });
  hub.grantOnly(only);
  await extension.signIn();
  const account = await extension.account();
  const known = [account?.email, account?.canPay, account?.organizations[0]?.role];
  expect(known).toEqual(
    only ? [undefined, undefined, undefined] : ['ada@example.org', true, 'admin'],
  );
});

it('asks anew for what was granted when a session has ended', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await setScope('email', true);
  await hub.revoke();
  await extension.expireAccessToken();
  await (await companion.start()).waitForHold('sign-in');
  await extension.signIn();
  expect(askedScopes()).toEqual([...BASE, 'email']);
  expect(await extension.account()).toMatchObject({ email: 'ada@example.org', session: 'open' });
});

it('keeps the scopes over a renewal, which asks for no others', async () => {
  const { extension } = companion;
  await extension.signIn();
  await setScope('email', true);
  await extension.expireAccessToken();
  await (await companion.start()).waitFor('done');
  const [refresh] = companion.refreshes();
  expect(new URLSearchParams(refresh?.body).get('scope')).toBeNull();
  expect(await extension.account()).toMatchObject({ scopes: [...BASE, 'email'] });
});

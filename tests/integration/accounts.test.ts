import { expect, it } from 'vitest';
import { ADA, GRACE, useCompanion } from './companion';

const companion = useCompanion();

/** Who is on the list, and who is in use. */
async function who() {
  const { list = [], active } = (await companion.extension.accounts()) ?? {};
  return { active, list: list.map(({ sub, session }) => [sub, session]) };
}

async function switchTo(sub: string): Promise<void> {
  const answer = await companion.extension.request('session.switch-account', { sub });
  expect(answer).toEqual({ ok: true, value: null });
}

/** Runs in a window of its own. @returns who paid, by the token that the router got */
async function payer(windowId: number): Promise<string | undefined> {
  const { extension } = companion;
  await (await companion.start(windowId)).waitFor('done');
  const { headers } = companion.requests('/v1/chat').at(-1) ?? {};
  for (const sub of [ADA, GRACE]) {
    const token = await extension.accessToken(sub);
    if (token && headers?.authorization === `Bearer ${token.value}`) return sub;
  }
  return undefined;
}

it('adds an account beside the one there is and takes it into use', async () => {
  const { extension } = companion;
  await extension.signIn();
  const { refreshTokens } = await companion.stored();
  companion.hub.signInAs('grace');
  await extension.signIn('session.add-account');
  const open = [ADA, GRACE].map((sub) => [sub, 'open']);
  expect(await who()).toEqual({ active: GRACE, list: open });
  expect((await companion.stored()).refreshTokens).toEqual({
    ...refreshTokens,
    [GRACE]: expect.any(String),
  });
});

it('asks for a page when an account is added, and only then', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  await extension.signIn();
  const prompts = extension.authorizations.map(({ searchParams }) => searchParams.get('prompt'));
  expect(prompts).toEqual([null, 'consent', null]);
});

it('says that an account is in use already, and changes nothing', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const before = await companion.stored();
  const error = { kind: 'account-in-use', username: 'ada' };
  expect(await extension.failToSignIn('session.add-account')).toEqual(error);
  expect(await companion.stored()).toEqual({
    ...before,
    session: { ...before.session, signIn: { status: 'failed', error } },
  });
});

it('takes an account into use that is added again while another one is', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  companion.hub.signInAs('ada');
  await extension.signIn('session.add-account');
  const open = [ADA, GRACE].map((sub) => [sub, 'open']);
  expect(await who()).toEqual({ active: ADA, list: open });
});

it('adds the account in use again when its session has ended', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await hub.revoke();
  await extension.expireAccessToken();
  await (await companion.start()).waitForHold('sign-in');
  await extension.signIn('session.add-account');
  expect(await who()).toEqual({ active: ADA, list: [[ADA, 'open']] });
});

it('[TK-06] sends each account’s own token, also after switching and a browser restart', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  expect(await payer(1)).toBe(GRACE);
  await switchTo(ADA);
  expect(await payer(2)).toBe(ADA);
  await extension.restartBrowser();
  expect(await payer(3)).toBe(ADA);
  await switchTo(GRACE);
  expect(await payer(4)).toBe(GRACE);
  expect(extension.authorizations).toHaveLength(2);
});

it('[AU-17] renews the tokens of one account and leaves those of the other', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  const before = (await companion.stored()).refreshTokens;
  await extension.expireAccessToken(GRACE);
  const sent = await payer(1);
  const after = (await companion.stored()).refreshTokens;
  expect(sent).toBe(GRACE);
  expect(after[ADA]).toBe(before[ADA]);
  expect(after[GRACE]).not.toBe(before[GRACE]);
});

it('[TK-06] keeps the choice of a model to the account that made it', async () => {
  const { extension, hub } = companion;
  await companion.signInBoth();
  await extension.choose('demo/two-shops-70b');
  await payer(1);
  await switchTo(ADA);
  await payer(2);
  await switchTo(GRACE);
  await payer(3);
  const models = hub.chats.map(({ body }) => body['model']);
  const chosen = 'demo/two-shops-70b:cheapest';
  expect(models).toEqual([chosen, 'demo/extractive:cheapest', chosen]);
});

it('[TK-06] changes no settings of an account that is not in use', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  const before = await extension.storage('local');
  for (const sub of [ADA, '', 'user-unknown']) {
    const answer = await extension.request('settings.change', { sub, change: { billTo: 'evil' } });
    expect(answer).toEqual({ ok: false, error: { kind: 'signed-out' } });
  }
  expect(await extension.storage('local')).toEqual(before);
});

it('keeps settings of nobody while nobody is in use', async () => {
  const { extension } = companion;
  await extension.change({ language: 'de', masks: true });
  await extension.change({ language: null });
  expect(await extension.storage('local')).toEqual({ settingsByAccount: { '': { masks: true } } });
});

it('switches to nobody who is not on the list', async () => {
  const { extension } = companion;
  await extension.signIn();
  const answer = await extension.request('session.switch-account', { sub: GRACE });
  expect(answer).toEqual({ ok: false, error: { kind: 'signed-out' } });
  expect(await who()).toEqual({ active: ADA, list: [[ADA, 'open']] });
});

it('[AU-18] signs the account in use out, keeps the other one, and takes nobody into use', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  const { refreshTokens } = await companion.stored();
  await extension.request('session.sign-out', { sub: GRACE });
  expect(await who()).toEqual({ active: undefined, list: [[ADA, 'open']] });
  expect((await companion.stored()).refreshTokens).toEqual({ [ADA]: refreshTokens[ADA] });
  expect(await extension.accessToken(GRACE)).toBeUndefined();
  expect(await extension.accessToken(ADA)).toBeDefined();
  await (await companion.start(7)).waitForHold('sign-in');
  await extension.network.settle();
  expect(companion.hub.chats).toEqual([]);
  await switchTo(ADA);
  expect(await payer(1)).toBe(ADA);
});

it('[AU-18] signs another account out and leaves the one in use alone', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  await extension.request('session.sign-out', { sub: ADA });
  expect(await who()).toEqual({ active: GRACE, list: [[GRACE, 'open']] });
  expect(Object.keys((await companion.stored()).refreshTokens)).toEqual([GRACE]);
  expect(await payer(1)).toBe(GRACE);
});

it('another client id ends the sessions of all, and says so once', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  await extension.request('settings.set-client-id', { clientId: 'another-app-of-mine' });
  const ended = [ADA, GRACE].map((sub) => [sub, 'ended']);
  expect(await who()).toEqual({ active: GRACE, list: ended });
  expect((await companion.stored()).refreshTokens).toEqual({});
  expect(await extension.storage('session')).toEqual({
    signIn: { status: 'failed', error: { kind: 'client-id-changed' } },
  });
});

it('forgets how the sign-in of one ended when another one is taken into use', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  extension.decision = 'close';
  await extension.failToSignIn();
  await switchTo(ADA);
  expect(await extension.storage('session')).not.toHaveProperty('signIn');
});

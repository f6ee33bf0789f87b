import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useCompanion, WAIT } from './companion';

/* What comes back to a renewal without a window, and when. */

const companion = useCompanion({ refreshTokens: false });

/** Lets the provider answer without a window in this way. */
function answerSilently(answer: (asked: URL, really: () => Promise<string>) => Promise<string>) {
  const { identity } = fakeBrowser;
  const launch = identity.launchWebAuthFlow.bind(identity);
  const launchWebAuthFlow = (details: { url: string; interactive: boolean }) => {
    const really = async () => (await launch(details)) ?? '';
    return details.interactive ? really() : answer(new URL(details.url), really);
  };
  Object.assign(fakeBrowser, { identity: { ...identity, launchWebAuthFlow } });
}

it.each(['access_denied', 'login_required', 'consent_required', 'unauthorized_client'])(
  '[R30] ends the session where the provider answers %s',
  async (error) => {
    const { extension } = companion;
    await extension.signIn();
    await extension.expireAccessToken();
    answerSilently(({ searchParams }) => {
      const state = searchParams.get('state') ?? '';
      const answer = new URLSearchParams({ error, state });
      return Promise.resolve(`${searchParams.get('redirect_uri')}?${answer}`);
    });
    await (await companion.start()).waitForHold('sign-in');
    expect(await extension.account()).toMatchObject({ session: 'ended' });
    expect(await extension.storage('session')).toMatchObject({
      signIn: { status: 'failed', error: { kind: 'session-expired' } },
    });
  },
);

/** Signs in anew, with one more scope. */
async function grantEmail(): Promise<void> {
  const { extension } = companion;
  await extension.request('session.set-scope', { scope: 'email', isOn: true });
  await vi.waitFor(async () => {
    expect((await extension.account())?.scopes).toContain('email');
  }, WAIT);
}

it('[AU-17] does not put its tokens in place of those of a newer sign-in', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.expireAccessToken();
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  const asksSilently = vi.fn((_asked: URL, really: () => Promise<string>) => promise.then(really));
  answerSilently(asksSilently);
  const panel = await companion.start();
  await vi.waitFor(() => expect(asksSilently).toHaveBeenCalledOnce(), WAIT);
  await grantEmail();
  const newer = await extension.accessToken();
  letGo();
  await panel.waitFor('done');
  expect(await extension.accessToken()).toEqual(newer);
  expect((await extension.account())?.scopes).toContain('email');
});

it('[AU-17] [R30] does not end the session of a newer sign-in', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.expireAccessToken();
  const silent = Promise.withResolvers<string>();
  const asksSilently = vi.fn(() => silent.promise);
  answerSilently(asksSilently);
  const panel = await companion.start();
  await vi.waitFor(() => expect(asksSilently).toHaveBeenCalledOnce(), WAIT);
  await grantEmail();
  silent.reject(new Error('User interaction required.'));
  await panel.waitFor('done');
  expect(await extension.account()).toMatchObject({ session: 'open' });
});

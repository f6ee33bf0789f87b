// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { launchWebAuthFlow } from '@/utils/oauth/web-auth-flow';
import { errorOf } from '../support/error-of';

const URL_ASKED = 'https://huggingface.co/oauth/authorize?client_id=a';

function fakeIdentity(answer: () => Promise<string | undefined>) {
  const asked: object[] = [];
  const launch = (details: object) => {
    asked.push(details);
    return answer();
  };
  Object.assign(fakeBrowser, { identity: { launchWebAuthFlow: launch } });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('launchWebAuthFlow', () => {
  it('opens the window interactively and returns the redirect as it is', async () => {
    const asked = fakeIdentity(() => Promise.resolve('https://x.chromiumapp.org/oauth2?code=a'));
    expect(await launchWebAuthFlow(URL_ASKED)).toBe('https://x.chromiumapp.org/oauth2?code=a');
    expect(asked).toEqual([{ url: URL_ASKED, interactive: true }]);
  });

  it.each([
    ['The user did not approve access.', 'sign-in-cancelled'],
    ['User cancelled or denied access.', 'sign-in-cancelled'],
    ['Only one web auth flow is allowed at a time.', 'sign-in-window-open'],
    ['Authorization page could not be loaded.', 'sign-in-page-failed'],
    ['Authorization page load timed out.', 'sign-in-page-failed'],
    ['Identity API is disabled in incognito windows.', 'sign-in-unavailable'],
    ["Couldn't create a browser window to display an authorization page.", 'sign-in-unavailable'],
    ['redirect_uri not allowed', 'sign-in-page-failed'],
    ['A message that no browser has today.', 'sign-in-page-failed'],
    ['', 'sign-in-page-failed'],
  ])('[AU-14] takes "%s" for %s', async (message, kind) => {
    fakeIdentity(() => Promise.reject(new Error(message)));
    expect(await errorOf(launchWebAuthFlow(URL_ASKED))).toEqual({ kind });
  });

  it("[AU-14] keeps the browser's message as the cause only", async () => {
    const cause = new Error('Authorization page could not be loaded.');
    fakeIdentity(() => Promise.reject(cause));
    const failing = launchWebAuthFlow(URL_ASKED);
    await expect(failing).rejects.toMatchObject({ message: 'sign-in-page-failed', cause });
  });

  it('says offline when the browser is, whatever the message', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    fakeIdentity(() => Promise.reject(new Error('The user did not approve access.')));
    expect(await errorOf(launchWebAuthFlow(URL_ASKED))).toEqual({ kind: 'offline' });
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['no URL', 'closed'],
  ])('takes %s in place of a redirect for a closed window', async (_title, answer) => {
    fakeIdentity(() => Promise.resolve(answer));
    expect(await errorOf(launchWebAuthFlow(URL_ASKED))).toEqual({ kind: 'sign-in-cancelled' });
  });
});

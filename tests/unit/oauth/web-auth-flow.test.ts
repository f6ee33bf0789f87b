// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Failure } from '@/utils/errors/failure';
import { launchWebAuthFlow } from '@/utils/oauth/web-auth-flow';
import { errorOf } from '../support/error-of';

const URL_ASKED = 'https://huggingface.co/oauth/authorize?client_id=a';
const REDIRECT = 'https://x.chromiumapp.org/oauth2?code=a';
const CANCELLED = new Failure({ kind: 'sign-in-cancelled' });

interface FakeIdentity {
  asked: object[];
  closed: number[];
}

/** An identity API whose flow ends so, after so long. */
function fakeIdentity(answer: () => Promise<string | undefined>, afterMs = 300): FakeIdentity {
  const asked: object[] = [];
  const closed: number[] = [];
  vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(afterMs);
  const flow = (details: object) => {
    asked.push(details);
    return answer();
  };
  const remove = async (id: number) => void closed.push(id);
  Object.assign(fakeBrowser, { identity: { launchWebAuthFlow: flow } });
  Object.assign(fakeBrowser.windows, { remove });
  Object.assign(fakeBrowser.tabs, {
    query: ({ windowId }: { windowId: number }) =>
      Promise.resolve(windowId === ELSEWHERE ? [{}] : [{ url: URL_ASKED }]),
  });
  return { asked, closed };
}

/** A window of a host that the extension may not see. */
const ELSEWHERE = 66;

async function open(type: string, id = 7): Promise<void> {
  await fakeBrowser.windows.onCreated.trigger({ id, type } as never);
  // What it shows is asked for.
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
}

/** Goes through a flow in a window. */
function launch(signal = new AbortController().signal, onWindow = (_id: number) => undefined) {
  return launchWebAuthFlow(URL_ASKED, { interactive: true, signal, onWindow });
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('launchWebAuthFlow', () => {
  it('opens the window interactively and returns the redirect as it is', async () => {
    const { asked } = fakeIdentity(() => Promise.resolve(REDIRECT));
    expect(await launch()).toBe(REDIRECT);
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
    expect(await errorOf(launch())).toEqual({ kind });
  });

  it("[AU-14] keeps the browser's message as the cause only", async () => {
    const cause = new Error('Authorization page could not be loaded.');
    fakeIdentity(() => Promise.reject(cause));
    const failing = launch();
    await expect(failing).rejects.toMatchObject({ message: 'sign-in-page-failed', cause });
  });

  it('says offline when the browser is, whatever the message', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    fakeIdentity(() => Promise.reject(new Error('The user did not approve access.')));
    expect(await errorOf(launch())).toEqual({ kind: 'offline' });
  });

  it.each([
    ['nothing', undefined],
    ['an empty text', ''],
    ['no URL', 'closed'],
  ])('takes %s in place of a redirect for a closed window', async (_title, answer) => {
    fakeIdentity(() => Promise.resolve(answer));
    expect(await errorOf(launch())).toEqual({ kind: 'sign-in-cancelled' });
  });
});

describe('launchWebAuthFlow, an end within 100 ms', () => {
  it.each([
    ['User cancelled or denied access.', 99, 'sign-in-window-open'],
    ['The user did not approve access.', 15, 'sign-in-cancelled'],
    ['User cancelled or denied access.', 100, 'sign-in-cancelled'],
    ['Authorization page could not be loaded.', 15, 'sign-in-page-failed'],
  ])('[AU-14] [R10] takes "%s" after %i ms for %s', async (message, afterMs, kind) => {
    fakeIdentity(() => Promise.reject(new Error(message)), afterMs);
    expect(await errorOf(launch())).toEqual({ kind });
  });
});

describe('launchWebAuthFlow, its window', () => {
  it('tells of the first popup window at the sign-in page and of no other', async () => {
    const ids: number[] = [];
    fakeIdentity(async () => {
      await open('normal', 6);
      await open('popup', ELSEWHERE);
      await open('popup', 7);
      await open('popup', 8);
      return REDIRECT;
    });
    await launch(undefined, (id) => void ids.push(id));
    await open('popup', 9);
    expect(ids).toEqual([7]);
  });

  it('[AU-16] is closed when the flow is given up, which then fails by the reason', async () => {
    const abort = new AbortController();
    const { closed } = fakeIdentity(async () => {
      await open('popup');
      abort.abort(CANCELLED);
      return await new Promise(() => undefined);
    });
    expect(await errorOf(launch(abort.signal))).toEqual(CANCELLED.error);
    expect(closed).toEqual([7]);
  });

  it('[AU-16] is closed even if it comes after the flow was given up', async () => {
    const abort = new AbortController();
    const { closed } = fakeIdentity(() => new Promise(() => undefined));
    const flow = errorOf(launch(abort.signal));
    abort.abort(CANCELLED);
    expect(await flow).toEqual(CANCELLED.error);
    await open('popup');
    expect(closed).toEqual([7]);
  });

  it('[AU-16] is not taken for one that was given up and never had any', async () => {
    const abort = new AbortController();
    const { closed } = fakeIdentity(() => new Promise(() => undefined));
    const flow = errorOf(launch(abort.signal));
    abort.abort(CANCELLED);
    await flow;
    await open('popup', ELSEWHERE);
    expect(closed).toEqual([]);
    const ids: number[] = [];
    void launch(undefined, (id) => void ids.push(id));
    await open('popup', 8);
    expect(ids).toEqual([8]);
    expect(closed).toEqual([]);
  });

  it('[AU-16] is not opened for a flow that was given up before', async () => {
    const { asked } = fakeIdentity(() => Promise.resolve(REDIRECT));
    expect(await errorOf(launch(AbortSignal.abort(CANCELLED)))).toEqual(CANCELLED.error);
    expect(asked).toEqual([]);
  });
});

describe('launchWebAuthFlow, without a window', () => {
  const silently = () => launchWebAuthFlow(URL_ASKED, { interactive: false });

  it('asks for none and returns the redirect', async () => {
    const { asked } = fakeIdentity(() => Promise.resolve(REDIRECT));
    expect(await silently()).toBe(REDIRECT);
    expect(asked).toEqual([{ url: URL_ASKED, interactive: false }]);
  });

  it.each([
    ['User interaction required.', 'session-expired'],
    ['Requires user interaction', 'session-expired'],
    ['Authorization page could not be loaded.', 'sign-in-page-failed'],
    ['The user did not approve access.', 'sign-in-cancelled'],
  ])('[AU-14] takes "%s" at once for %s', async (message, kind) => {
    fakeIdentity(() => Promise.reject(new Error(message)), 1);
    expect(await errorOf(silently())).toEqual({ kind });
  });

  it('[R15] gives up after half a minute without an answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    fakeIdentity(() => new Promise(() => undefined));
    const flow = errorOf(silently());
    let hasEnded = false;
    void flow.then(() => (hasEnded = true));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(hasEnded).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await flow).toEqual({ kind: 'unreachable', host: 'huggingface.co' });
  });

  it('says offline without asking', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { asked } = fakeIdentity(() => Promise.resolve(REDIRECT));
    expect(await errorOf(silently())).toEqual({ kind: 'offline' });
    expect(asked).toEqual([]);
  });
});

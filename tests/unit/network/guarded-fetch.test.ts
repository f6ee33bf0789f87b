// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGuardedFetch } from '@/utils/network/guarded-fetch';
import { fetchPicture, installGuardedFetch } from '@/utils/network/install-guarded-fetch';
import { errorOf } from '../support/error-of';
import { cameFrom, FakeFetch, silence } from '../support/fake-fetch';

const HUB = 'https://huggingface.co';
const GUARD = {
  origins: [HUB],
  redirect: 'error',
  hasAccess: () => Promise.resolve(true),
} as const;

function guarded(answer: () => Response | Promise<Response> = () => new Response('fine')) {
  const network = new FakeFetch(answer);
  return { network, fetch: createGuardedFetch(network.fetch, GUARD) };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('createGuardedFetch', () => {
  it.each([
    ['an unknown host', 'https://evil.example/x', 'evil.example'],
    ['a host that begins like ours', `${HUB}.evil.example/`, 'huggingface.co.evil.example'],
    ['our host without encryption', 'http://huggingface.co/', 'huggingface.co'],
    ['our host at another port', `${HUB}:8443/`, 'huggingface.co:8443'],
    ['a subdomain', 'https://a.huggingface.co/', 'a.huggingface.co'],
  ])('[TK-05] refuses %s before the network is asked', async (_title, url, host) => {
    const { network, fetch } = guarded();
    expect(await errorOf(fetch(url))).toEqual({ kind: 'unreachable', host });
    expect(network.requests).toHaveLength(0);
  });

  it('[TK-05] refuses a data URL, whose origin is none', async () => {
    const { network, fetch } = guarded();
    expect(await errorOf(fetch('data:text/plain,a'))).toMatchObject({ kind: 'unreachable' });
    expect(network.requests).toHaveLength(0);
  });

  it('[TK-05] sends no cookies, no referrer and follows nothing, whatever the caller says', async () => {
    const { network, fetch } = guarded();
    await fetch(`${HUB}/a`, {
      mode: 'cors',
      credentials: 'include',
      redirect: 'follow',
      referrerPolicy: 'unsafe-url',
      cache: 'force-cache',
    });
    expect(network.only).toMatchObject({
      mode: 'same-origin',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it('[TK-05] does the same to a Request of the caller', async () => {
    const { network, fetch } = guarded();
    await fetch(new Request(`${HUB}/a`, { credentials: 'include', redirect: 'follow' }));
    expect(network.only).toMatchObject({ credentials: 'omit', redirect: 'error' });
  });

  it('passes method, headers and body on', async () => {
    const { network, fetch } = guarded();
    await fetch(`${HUB}/a?b=c`, { method: 'POST', headers: { 'x-a': '1' }, body: 'text' });
    expect(network.only).toMatchObject({ url: `${HUB}/a?b=c`, method: 'POST' });
    expect(network.only.headers.get('x-a')).toBe('1');
    expect(await network.only.text()).toBe('text');
  });

  it('returns the response as it is, errors of the server too', async () => {
    const { fetch } = guarded(() => new Response('no', { status: 503 }));
    const response = await fetch(HUB);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('no');
  });

  it('lets an abort through with the reason of the caller', async () => {
    const reason = new Error('stopped by the person');
    const controller = new AbortController();
    const network = new FakeFetch(silence);
    const fetch = createGuardedFetch(network.fetch, GUARD);
    const fetching = fetch(HUB, { signal: controller.signal });
    controller.abort(reason);
    await expect(fetching).rejects.toBe(reason);
  });

  it('gives a silent server up after half a minute where the caller has no patience of its own', async () => {
    const patience = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    const fetching = createGuardedFetch(new FakeFetch(silence).fetch, GUARD)(HUB);
    patience.abort(new DOMException('timed out', 'TimeoutError'));
    expect(await errorOf(fetching)).toEqual({ kind: 'unreachable', host: 'huggingface.co' });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(30_000);
    timeout.mockRestore();
  });

  it('[R44] [BR-06] lets nothing leave for a host that the person has taken back', async () => {
    const network = new FakeFetch(() => new Response('fine'));
    const asked: string[] = [];
    const hasAccess = (origin: string) => {
      asked.push(origin);
      return Promise.resolve(false);
    };
    const fetch = createGuardedFetch(network.fetch, { ...GUARD, hasAccess });
    const error = { kind: 'host-access-missing', host: 'huggingface.co' };
    expect(await errorOf(fetch(`${HUB}/a`))).toEqual(error);
    expect(network.requests).toHaveLength(0);
    expect(asked).toEqual([HUB]);
  });

  it('calls a failure unreachable and keeps its cause', async () => {
    const cause = new TypeError('Failed to fetch');
    const { fetch } = guarded(() => Promise.reject(cause));
    await expect(fetch(`${HUB}/a`)).rejects.toMatchObject({
      error: { kind: 'unreachable', host: 'huggingface.co' },
      cause,
    });
  });

  it('calls a failure offline when the browser knows that it is', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { fetch } = guarded(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await errorOf(fetch(HUB))).toEqual({ kind: 'offline' });
  });
});

describe('createGuardedFetch for pictures', () => {
  /** The fetch of a picture whose redirects end there. */
  const redirectedTo = (url: string, response = new Response('picture')) => {
    const network = new FakeFetch(() => cameFrom(url, response));
    return createGuardedFetch(network.fetch, { ...GUARD, redirect: 'follow' })(`${HUB}/a`);
  };

  it.each([
    ['another host', 'https://tracker.example/a.png', 'tracker.example'],
    ['this computer', 'http://127.0.0.1:11434/a.png', '127.0.0.1:11434'],
    ['a host that begins like ours', `${HUB}.evil.example/`, 'huggingface.co.evil.example'],
    ['our host without encryption', 'http://huggingface.co/a.png', 'huggingface.co'],
    ['a data URL', 'data:image/png,a', ''],
  ])('[TK-05] refuses what came from %s in the end', async (_title, url, host) => {
    expect(await errorOf(redirectedTo(url))).toEqual({ kind: 'unreachable', host });
  });

  it('[TK-05] does not read on what it refuses', async () => {
    const cancel = vi.fn<() => void>();
    const response = new Response(new ReadableStream({ cancel }));
    await errorOf(redirectedTo('https://tracker.example/', response));
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('takes what came from the list in the end', async () => {
    expect(await (await redirectedTo(`${HUB}/b`)).text()).toBe('picture');
  });
});

describe('createGuardedFetch, at an own endpoint', () => {
  const LOCAL = 'http://127.0.0.1:8080';
  const ENDPOINT = 'https://a.endpoints.huggingface.cloud';

  function guardedWith(known: string[]) {
    const network = new FakeFetch(() => new Response('fine'));
    const isOwnEndpoint = (origin: string) => Promise.resolve(known.includes(origin));
    return { network, fetch: createGuardedFetch(network.fetch, { ...GUARD, isOwnEndpoint }) };
  }

  it.each([
    [LOCAL, 'cors'],
    [ENDPOINT, 'same-origin'],
  ])('asks %s in mode %s, and as guarded as any other', async (origin, mode) => {
    const { network, fetch } = guardedWith([origin]);
    await fetch(`${origin}/v1/models`, { credentials: 'include', redirect: 'follow' });
    expect(network.only).toMatchObject({
      mode,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  });

  it('[TK-05] asks none that the person has not added, and only at its very port', async () => {
    const { network, fetch } = guardedWith([LOCAL]);
    for (const origin of [ENDPOINT, 'http://127.0.0.1:8081', 'http://localhost:8080']) {
      expect(await errorOf(fetch(`${origin}/v1`))).toMatchObject({ kind: 'unreachable' });
    }
    expect(network.requests).toHaveLength(0);
  });

  it('asks loopback in mode same-origin where the build is made for it', async () => {
    const network = new FakeFetch(() => new Response('fine'));
    await createGuardedFetch(network.fetch, { ...GUARD, origins: [LOCAL] })(`${LOCAL}/a`);
    expect(network.only.mode).toBe('same-origin');
  });
});

describe('installGuardedFetch', () => {
  let network: FakeFetch;

  beforeEach(() => {
    network = FakeFetch.install(() => new Response('fine'));
    installGuardedFetch();
  });

  it('[TK-05] puts the guard in place of fetch, for libraries too', async () => {
    expect(await errorOf(globalThis.fetch('https://evil.example/'))).toMatchObject({
      kind: 'unreachable',
    });
    await globalThis.fetch(`${HUB}/a`);
    expect(network.only).toMatchObject({ credentials: 'omit', redirect: 'error' });
  });

  it('lets a picture follow redirects, still without cookies', async () => {
    await fetchPicture('https://cdn-avatars.huggingface.co/a.png', new AbortController().signal);
    expect(network.only).toMatchObject({ credentials: 'omit', redirect: 'follow' });
  });

  it('[TK-05] takes no picture that was redirected elsewhere', async () => {
    network = FakeFetch.install(() => cameFrom('https://tracker.example/', new Response('fine')));
    installGuardedFetch();
    const picture = fetchPicture(
      'https://cdn-avatars.huggingface.co/a.png',
      new AbortController().signal,
    );
    expect(await errorOf(picture)).toEqual({ kind: 'unreachable', host: 'tracker.example' });
  });

  it('[TK-05] fetches no picture from elsewhere', async () => {
    const picture = fetchPicture('https://tracker.example/a.png', new AbortController().signal);
    expect(await errorOf(picture)).toMatchObject({ kind: 'unreachable' });
    expect(network.requests).toHaveLength(0);
  });
});

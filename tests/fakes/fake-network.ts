import { setImmediate as nextTurn } from 'node:timers/promises';

/** Taken before any background puts its guard in place. */
const realFetch = globalThis.fetch;

type Change = (body: Record<string, unknown>) => unknown;
type Look = (request: Request) => void | Promise<void>;

/** The network as one background has it: real, but it can be watched, held, altered and taken away. */
export class FakeNetwork {
  /** Everything that must stay a secret: codes, verifiers and tokens that went over this network. */
  readonly secrets = new Set<string>();
  /** How far the provider's clock is ahead of this computer's. Milliseconds. */
  providerAheadMs = 0;
  readonly #looks: [string, Look][] = [];
  readonly #changes: [string, (response: Response) => Response | Promise<Response>][] = [];
  readonly #standIns = new Map<string, string>();
  #life = new AbortController();
  #underWay = 0;

  /** A fetch for a new background; the one before loses its connections and never hears of it. */
  start(): typeof fetch {
    this.stop();
    this.#life = new AbortController();
    const { signal } = this.#life;
    // Made anew, a request would lose some of what the guard has set.
    return (input, init) =>
      this.#fetch(input instanceof Request && !init ? input : new Request(input, init), signal);
  }

  /** Closes every connection, as when the background is stopped. */
  stop(): void {
    this.#life.abort();
  }

  /** Waits for the callback before each request whose path begins so. */
  before(path: string, look: Look): void {
    this.#looks.push([path, look]);
  }

  /** Changes the JSON of each answer to a path. */
  alter(path: string, change: Change): void {
    this.#changes.push([
      path,
      async (response) => {
        const body = await change((await response.json()) as Record<string, unknown>);
        const { status, headers, url } = response;
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        const altered = new Response(text, { status, headers });
        return Object.defineProperty(altered, 'url', { value: url });
      },
    ]);
  }

  /** Lets a server on this computer stand in for an origin of the web. */
  standIn(origin: string, server: string): void {
    this.#standIns.set(origin, server);
  }

  /** Changes, holds and looks at nothing any more. */
  clear(): void {
    this.#looks.length = 0;
    this.#changes.length = 0;
  }

  /** Keeps answers to a path back until the result is called. */
  hold(path: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#changes.push([path, (response) => promise.then(() => response)]);
    return resolve;
  }

  /** Gives everything its turn that waits for nothing but answers, for tests of what does not happen. */
  async settle(): Promise<void> {
    let quietTurns = 0;
    // Some answers are held, and never come.
    for (let turn = 0; quietTurns < 50 && turn < 20_000; turn += 1) {
      await nextTurn();
      quietTurns = this.#underWay === 0 ? quietTurns + 1 : 0;
    }
  }

  async #fetch(request: Request, life: AbortSignal): Promise<Response> {
    const { pathname } = new URL(request.url);
    const isMeant = ([path]: [string, unknown]) => pathname.startsWith(path);
    await this.#learn(request.clone());
    for (const [, look] of this.#looks.filter(isMeant)) await look(request);
    try {
      const signal = AbortSignal.any([request.signal, life]);
      let response = await this.#send(request, signal);
      if (pathname === '/oauth/token') {
        await this.#learn(response.clone());
        response = this.#dated(response);
      }
      for (const [, change] of this.#changes.filter(isMeant)) response = await change(response);
      if (life.aborted) return await never();
      return isStream(response) ? untilStopped(response, life) : response;
    } catch (cause) {
      if (life.aborted) return await never();
      throw cause;
    }
  }

  async #send(request: Request, signal: AbortSignal): Promise<Response> {
    this.#underWay += 1;
    const { origin, pathname, search } = new URL(request.url);
    const server = this.#standIns.get(origin);
    const meant = server === undefined ? request : new Request(server + pathname + search, request);
    return await realFetch(meant, { signal }).finally(() => {
      this.#underWay -= 1;
    });
  }

  /** With the provider's time in it: Node's own clock knows nothing of the faked one. */
  #dated(response: Response): Response {
    const headers = new Headers(response.headers);
    headers.set('date', new Date(Date.now() + this.providerAheadMs).toUTCString());
    const dated = new Response(response.body, { status: response.status, headers });
    return Object.defineProperty(dated, 'url', { value: response.url });
  }

  async #learn(message: Request | Response): Promise<void> {
    const type = message.headers.get('content-type') ?? '';
    if (type.includes('form-urlencoded')) {
      const form = new URLSearchParams(await message.text());
      for (const name of ['code', 'code_verifier', 'refresh_token']) this.#keep(form.get(name));
    }
    if (message instanceof Response && type.includes('json')) {
      const body = (await message.json().catch(() => ({}))) as Record<string, unknown>;
      for (const name of ['access_token', 'refresh_token', 'id_token']) this.#keep(body[name]);
    }
  }

  #keep(secret: unknown): void {
    if (typeof secret === 'string' && secret.length >= 16) this.secrets.add(secret);
  }
}

/** A background that was stopped does not go on, whatever comes back to it. */
function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

/** A stream whose reader hears nothing, not even a failure, once the background is stopped. */
function untilStopped(response: Response, life: AbortSignal): Response {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (cause) {
        if (!life.aborted) throw cause;
        await never();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const { status, headers, url } = response;
  return Object.defineProperty(new Response(body, { status, headers }), 'url', { value: url });
}

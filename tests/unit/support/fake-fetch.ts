import { vi } from 'vitest';

/** An answer that never comes, and rejects as a fetch does when the request is aborted. */
export function silence(request: Request): Promise<Response> {
  return new Promise((_resolve, reject) => {
    const fail = () => {
      const reason: unknown = request.signal.reason;
      reject(reason instanceof Error ? reason : new Error('aborted', { cause: reason }));
    };
    if (request.signal.aborted) fail();
    else request.signal.addEventListener('abort', fail);
  });
}

/** Gives a response the address that it has after redirects. */
export function cameFrom(url: string, response: Response): Response {
  return Object.defineProperty(response, 'url', { value: url });
}

/** A fetch that answers from a function and keeps what it was asked. */
export class FakeFetch {
  readonly requests: Request[] = [];
  readonly #answer: (request: Request) => Response | Promise<Response>;

  constructor(answer: (request: Request) => Response | Promise<Response>) {
    this.#answer = answer;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    // A copy of a Request loses its referrer policy in Node.
    const request = input instanceof Request && !init ? input : new Request(input, init);
    this.requests.push(request);
    const response = await this.#answer(request);
    // As a real one does, which knows where it came from.
    return response.url ? response : cameFrom(request.url, response);
  };

  /** The only request there was. */
  get only(): Request {
    const [request, ...others] = this.requests;
    if (!request || others.length > 0) throw new Error(`${this.requests.length} requests`);
    return request;
  }

  /** Puts a fake in place of `globalThis.fetch`; `vi.unstubAllGlobals` takes it away. */
  static install(answer: (request: Request) => Response | Promise<Response>): FakeFetch {
    const fake = new FakeFetch(answer);
    vi.stubGlobal('fetch', fake.fetch);
    return fake;
  }
}

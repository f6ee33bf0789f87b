import { isLoopbackEndpointOrigin } from '@/utils/config/origins';
import { Failure } from '@/utils/errors/failure';

/** What differs between the two guarded fetches. */
export interface Guard {
  /** Origins that may be asked; any other is refused before a byte leaves. */
  origins: readonly string[];
  /** Whether the person has an endpoint of their own at another origin, which may then be asked too. */
  isOwnEndpoint?: (origin: string) => Promise<boolean>;
  /**
   * `error` for everything that carries a token; `follow` only for pictures, which carry none, and
   * which must come from one of the origins in the end.
   */
  redirect: 'error' | 'follow';
  /**
   * Whether the browser lets the extension reach an origin. A person can take that back at any time;
   * a fetch would then still leave, as a CORS request whose `Origin` names this very installation.
   */
  hasAccess: (origin: string) => Promise<boolean>;
}

/** For requests that bring no signal, those of the sign-in: a silent server would hold them for ever. */
const PATIENCE_MS = 30_000;

/**
 * Wraps a fetch so that a mistake elsewhere cannot leak: no cookies (a plain fetch of an extension
 * with host permission sends the site's), no referrer, no cache, no redirect of a token, a closed list
 * of origins and the person's own endpoints, and only with the person's permission. Network failures become `offline` or `unreachable`; an abort passes through unchanged.
 */
export function createGuardedFetch(fetch: typeof globalThis.fetch, guard: Guard): typeof fetch {
  return async (input, init) => {
    const isWatched = init?.signal || input instanceof Request;
    const patience = isWatched ? undefined : AbortSignal.timeout(PATIENCE_MS);
    const url = new URL(input instanceof Request ? input.url : input);
    const request = new Request(input, {
      ...init,
      ...(patience ? { signal: patience } : {}),
      mode: modeFor(url, guard.origins),
      credentials: 'omit',
      redirect: guard.redirect,
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    if (!guard.origins.includes(url.origin) && !(await guard.isOwnEndpoint?.(url.origin))) {
      throw new Failure({ kind: 'unreachable', host: url.host });
    }
    if (!(await guard.hasAccess(url.origin))) {
      throw new Failure({ kind: 'host-access-missing', host: url.host });
    }
    const response = await fetch(request).catch((cause: unknown) => {
      if (request.signal.aborted && !patience?.aborted) throw cause;
      throw new Failure(
        !navigator.onLine ? { kind: 'offline' } : { kind: 'unreachable', host: url.host },
        { cause },
      );
    });
    if (guard.redirect === 'follow') refuseStray(response, guard.origins);
    return response;
  };
}

/**
 * Hosts that the person lets us reach count as our own origin. As `cors`, Firefox would name this
 * installation in the Origin of each POST, and of all that leaves for a host that was taken back. A server
 * of one's own on this computer may be told: it lets in by that name alone (ADR 0025).
 */
function modeFor({ origin }: URL, origins: readonly string[]): 'cors' | 'same-origin' {
  return !origins.includes(origin) && isLoopbackEndpointOrigin(origin) ? 'cors' : 'same-origin';
}

/** The browser follows redirects by itself: only the end of the way can be checked, before it is read. */
function refuseStray(response: Response, origins: readonly string[]): void {
  const { origin, host } = new URL(response.url);
  if (origins.includes(origin)) return;
  void response.body?.cancel().catch(() => undefined);
  throw new Failure({ kind: 'unreachable', host });
}

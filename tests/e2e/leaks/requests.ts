import type { RecordedRequest } from '../../hub/records.ts';
import type { SecretKind } from '../../hub/secrets.ts';
import type { Material } from './material.ts';

/** What the background asks; the rest is the person's own browser. */
const OURS: readonly (readonly [RecordedRequest['server'], RegExp])[] = [
  ['provider', /^(GET|POST) \/(\.well-known|oauth\/(token|jwks|userinfo)|api)\b/],
  // By GET it is the page where the person enters the code.
  ['provider', /^POST \/oauth\/device(\?|$)/],
  ['pictures', /^GET \/avatars\//],
  ['router', /^(GET|POST) \/v1\//],
];

/** Whether a request is the extension's own, not one of a page or the sign-in window. */
export function isOurs({ server, method, path }: RecordedRequest): boolean {
  return OURS.some(([of, pattern]) => of === server && pattern.test(`${method} ${path}`));
}

/** Requests of the extension that brought cookies along: `cookies in <request>`. */
export function findCookies(requests: readonly RecordedRequest[]): string[] {
  const found = requests.filter(
    (request) => isOurs(request) && request.headers.cookie !== undefined,
  );
  return found.map((request) => `cookies in ${nameOf(request)}`);
}

/** What reached the Hub's servers, part by part. */
export function lookAtRequests(requests: readonly RecordedRequest[]): Material[] {
  return requests.flatMap((request) => {
    const name = nameOf(request);
    const headers = Object.entries(request.headers).map(([header, value]) => ({
      place: `header ${header} of ${name}`,
      text: String(value),
      mayHold: allowedInHeader(request, header),
    }));
    return [
      { place: `address of ${name}`, text: request.path, mayHold: allowedInAddress(request) },
      { place: `body of ${name}`, text: request.body ?? '', mayHold: allowedInBody(request) },
      ...headers,
    ];
  });
}

function nameOf({ method, path, server }: RecordedRequest): string {
  return `${method} ${pathOf(path)} to the ${server}`;
}

function pathOf(path: string): string {
  return new URL(path, 'http://127.0.0.1').pathname;
}

// RFC 6749 §4.1.1, OpenID Connect Core 1.0 §3.1.2.1: the sign-in page is asked with them.
function allowedInAddress({ server, path }: RecordedRequest): SecretKind[] {
  return server === 'provider' && pathOf(path) === '/oauth/authorize' ? ['state', 'nonce'] : [];
}

function allowedInHeader(request: RecordedRequest, header: string): SecretKind[] {
  const { server } = request;
  const takesTokens = server === 'provider' || server === 'router';
  return header === 'authorization' && takesTokens && isOurs(request) ? ['access token'] : [];
}

function allowedInBody({ server, path }: RecordedRequest): SecretKind[] {
  if (server !== 'provider' || path !== '/oauth/token') return [];
  return ['authorization code', 'verifier', 'refresh token', 'device code'];
}

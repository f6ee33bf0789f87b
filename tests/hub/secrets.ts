import type { Provider } from 'oidc-provider';
import type { RecordedRequest } from './records.ts';

export type SecretKind =
  | 'access token'
  | 'refresh token'
  | 'ID token'
  | 'authorization code'
  | 'device code'
  | 'verifier'
  | 'state'
  | 'nonce';

/** What nobody but the extension's background and the Hub may come to know. */
export interface Secret {
  readonly kind: SecretKind;
  readonly value: string;
}

const ISSUED: Readonly<Record<string, SecretKind>> = {
  access_token: 'access token',
  refresh_token: 'refresh token',
  id_token: 'ID token',
  code: 'authorization code',
  device_code: 'device code',
};

const RECEIVED: Readonly<Record<string, SecretKind>> = {
  code_verifier: 'verifier',
  state: 'state',
  nonce: 'nonce',
};

/**
 * Remembers every secret that a provider issues from now on.
 *
 * @returns what gives them, with those that the client made itself and sent in `requests`
 */
export function watchSecrets(
  provider: Provider,
  requests: readonly RecordedRequest[],
): () => readonly Secret[] {
  const issued: Secret[] = [];
  const remember = (answer: unknown): void => {
    if (typeof answer !== 'object' || answer === null) return;
    issued.push(...secretsAmong(Object.entries(answer), ISSUED));
  };
  provider.on('grant.success', ({ body }) => remember(body));
  provider.on('authorization.success', (_ctx, answer) => remember(answer));
  provider.on('device_authorization.success', (_ctx, answer) => remember(answer));
  return () => [...issued, ...requests.flatMap(receivedBy)];
}

function receivedBy({ server, path, body = '' }: RecordedRequest): Secret[] {
  if (server !== 'provider' || !path.startsWith('/oauth/')) return [];
  const { searchParams } = new URL(path, 'http://127.0.0.1');
  const parameters = [...searchParams, ...new URLSearchParams(body)];
  return secretsAmong(parameters.flatMap(unwrapped), RECEIVED);
}

// The client wraps its state in JSON, which every place would write in another way.
function unwrapped([name, value]: readonly [string, string]): [string, string][] {
  const random = /"(?:nonce|state)":"([\w-]+)"/g;
  const parts = name === 'state' ? [...value.matchAll(random)].map(([, part = '']) => part) : [];
  return parts.length > 0 ? parts.map((part) => [name, part]) : [[name, value]];
}

function secretsAmong(
  entries: readonly (readonly [string, unknown])[],
  kinds: Readonly<Record<string, SecretKind>>,
): Secret[] {
  return entries.flatMap(([name, value]) => {
    const kind = kinds[name];
    return kind !== undefined && typeof value === 'string' ? [{ kind, value }] : [];
  });
}

import type { BuildConfiguration } from './build-configuration.ts';
import { isLoopbackHost } from './loopback.ts';
import { BASE_SCOPES } from './offered-scopes.ts';

const DEFAULT_SCOPES = BASE_SCOPES.join(' ');
const DEFAULT_PROVIDER = 'https://huggingface.co';
const DEFAULT_ROUTER = 'https://router.huggingface.co';

/**
 * Reads the configuration of a build from its environment. The names are those a Hugging Face Space
 * gets (https://huggingface.co/docs/hub/spaces-oauth).
 *
 * @throws Error with one sentence for the person who builds.
 */
export function readBuildEnvironment(env: Record<string, string | undefined>): BuildConfiguration {
  if (env['OAUTH_CLIENT_SECRET']) {
    throw new Error(
      'OAUTH_CLIENT_SECRET is set, but an extension can keep no secret: remove it. Use a public OAuth app; PKCE replaces the secret.',
    );
  }
  return {
    clientId: env['OAUTH_CLIENT_ID']?.trim() || undefined,
    scopes: env['OAUTH_SCOPES']?.trim().split(/\s+/).join(' ') || DEFAULT_SCOPES,
    providerOrigin: parseOrigin(
      'OPENID_PROVIDER_URL',
      env['OPENID_PROVIDER_URL'] || DEFAULT_PROVIDER,
    ),
    routerOrigin: parseOrigin(
      'INFERENCE_ROUTER_URL',
      env['INFERENCE_ROUTER_URL'] || DEFAULT_ROUTER,
    ),
    extraOrigins: (env['EXTRA_INFERENCE_ORIGINS'] ?? '')
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map((part) => parseOrigin('EXTRA_INFERENCE_ORIGINS', part)),
  };
}

function parseOrigin(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSecure =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopbackHost(url.hostname));
  if (!url || !isSecure) {
    throw new Error(
      `${name} is "${value}", but it must be an https URL (http only for this computer, such as http://127.0.0.1:8080).`,
    );
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw new Error(
      `${name} is "${value}", but it must be an origin alone, such as ${url.origin}.`,
    );
  }
  return url.origin;
}

import type { IncomingMessage } from 'node:http';
import { Provider, type Configuration } from 'oidc-provider';
import { personById } from './accounts.ts';
import { behaveLikeHuggingFaceForDevices } from './device-behaviour.ts';
import type { MemoryStore } from './memory-store.ts';
import { behaveLikeHuggingFace, issuePrefixedAccessTokens } from './provider-behaviour.ts';
import { PROTOCOL } from './provider-protocol.ts';
import { signingKey } from './signing-key.ts';
import { CLAIMS_BY_SCOPE, userinfoOf, type UserinfoOrigins } from './userinfo.ts';

export const APP_NAME = 'Companion for Hugging Face';

const DAY = 24 * 60 * 60;

interface ProviderOptions extends UserinfoOrigins {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly accessTokenSeconds: number;
  /** Whether refresh tokens are issued at all, and how long one lives unused. */
  readonly refreshTokens: boolean;
  readonly refreshTokenSeconds: number;
  readonly deviceCodeSeconds: number;
  readonly store: MemoryStore;
  /** Told the form that a request carried, once the provider has read it. */
  readonly onForm: (request: IncomingMessage, form: string) => void;
}

/**
 * An OpenID provider (OpenID Connect Core 1.0, RFC 6749, RFC 7636) with Hugging Face's paths,
 * scopes and claims, and one public client.
 */
export async function createProvider(options: ProviderOptions): Promise<Provider> {
  const provider = new Provider(options.origin, {
    ...(await storageAndKeys(options)),
    ...people(options),
    ...PROTOCOL,
    issueRefreshToken: async () => options.refreshTokens,
    clients: [
      {
        client_id: options.clientId,
        client_name: APP_NAME,
        redirect_uris: [...options.redirectUris],
        response_types: ['code'],
        grant_types: [
          'authorization_code',
          'refresh_token',
          'urn:ietf:params:oauth:grant-type:device_code',
        ],
        token_endpoint_auth_method: 'none',
      },
    ],
    // Every lifetime is stated, or the provider prints a notice about its defaults.
    ttl: {
      AccessToken: options.accessTokenSeconds,
      AuthorizationCode: 60,
      DeviceCode: options.deviceCodeSeconds,
      // An authorization lasts until it is revoked; a shorter one would end sessions in daily use.
      Grant: 100 * 365 * DAY,
      IdToken: 3600,
      Interaction: 3600,
      // Each rotation issues a new token with the whole lifetime: the window slides.
      RefreshToken: options.refreshTokenSeconds,
      Session: 14 * DAY,
    },
  });
  // Koa would print what goes wrong; the client sees it in the answer.
  provider.silent = true;
  issuePrefixedAccessTokens(provider);
  behaveLikeHuggingFace(provider, options.onForm);
  behaveLikeHuggingFaceForDevices(provider);
  return provider;
}

async function storageAndKeys({ store }: ProviderOptions): Promise<Configuration> {
  return { adapter: store.adapter, jwks: { keys: [await signingKey()] } };
}

function people(origins: UserinfoOrigins): Configuration {
  return {
    claims: { ...CLAIMS_BY_SCOPE },
    findAccount: (_ctx, id) => {
      const person = personById(id);
      if (person === undefined) return undefined;
      return {
        accountId: id,
        claims: (use, scope) =>
          use === 'userinfo' ? userinfoOf(person, scope, origins) : { sub: id },
      };
    },
  };
}

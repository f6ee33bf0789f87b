import type { IncomingMessage } from 'node:http';
import { Provider, type Configuration } from 'oidc-provider';
import { personById } from './accounts.ts';
import { CONSENT_PREFIX } from './consent.ts';
import { DEVICE_PAGES } from './device-pages.ts';
import { errorPage } from './html.ts';
import type { MemoryStore } from './memory-store.ts';
import { behaveLikeHuggingFace, issuePrefixedAccessTokens } from './provider-behaviour.ts';
import { SCOPES } from './scopes.ts';
import { signingKey } from './signing-key.ts';
import { CLAIMS_BY_SCOPE, userinfoOf, type UserinfoOrigins } from './userinfo.ts';

export const APP_NAME = 'Companion for Hugging Face';

const DAY = 24 * 60 * 60;

interface ProviderOptions extends UserinfoOrigins {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly accessTokenSeconds: number;
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
      DeviceCode: 300,
      Grant: 90 * DAY,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 90 * DAY,
      Session: 14 * DAY,
    },
  });
  // Koa would print what goes wrong; the client sees it in the answer.
  provider.silent = true;
  issuePrefixedAccessTokens(provider);
  behaveLikeHuggingFace(provider, options.onForm);
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

const PROTOCOL: Configuration = {
  clientAuthMethods: ['none'],
  // An extension sends an Origin of its own; refusing it here would refuse the request itself.
  clientBasedCORS: () => true,
  clockTolerance: 0,
  conformIdTokenClaims: true,
  expiresWithSession: async () => false,
  issueRefreshToken: async () => true,
  rotateRefreshToken: true,
  pkce: { required: () => true },
  responseTypes: ['code'],
  scopes: Object.keys(SCOPES),
  interactions: { url: (_ctx, { uid }) => `${CONSENT_PREFIX}${uid}` },
  routes: {
    authorization: '/oauth/authorize',
    token: '/oauth/token',
    userinfo: '/oauth/userinfo',
    jwks: '/oauth/jwks',
    device_authorization: '/oauth/device',
    code_verification: '/oauth/device/verify',
  },
  features: {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    deviceFlow: { enabled: true, ...DEVICE_PAGES },
  },
  renderError: (ctx, { error, error_description: description }) => {
    ctx.type = 'html';
    ctx.body = errorPage(error, description ?? '');
  },
};

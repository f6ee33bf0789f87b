import type { Configuration } from 'oidc-provider';
import { consentPolicy } from './consent-policy.ts';
import { CONSENT_PREFIX } from './consent.ts';
import { DEVICE_FORM_PATH, DEVICE_PATH } from './device-behaviour.ts';
import { DEVICE_PAGES } from './device-pages.ts';
import { errorPage } from './html.ts';
import { SCOPES } from './scopes.ts';

/** How the provider speaks: what is the same for every Hub, and for every client and person. */
export const PROTOCOL: Configuration = {
  clientAuthMethods: ['none'],
  // An extension sends an Origin of its own; refusing it here would refuse the request itself.
  clientBasedCORS: () => true,
  clockTolerance: 0,
  conformIdTokenClaims: true,
  expiresWithSession: async () => false,
  // The old token dies, and with it the whole grant if it comes again (RFC 9700 §4.14).
  rotateRefreshToken: true,
  pkce: { required: () => true },
  responseTypes: ['code'],
  scopes: Object.keys(SCOPES),
  interactions: {
    policy: consentPolicy(),
    url: (_ctx, { uid }) => `${CONSENT_PREFIX}${uid}`,
  },
  routes: {
    authorization: '/oauth/authorize',
    token: '/oauth/token',
    userinfo: '/oauth/userinfo',
    jwks: '/oauth/jwks',
    device_authorization: DEVICE_PATH,
    code_verification: DEVICE_FORM_PATH,
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

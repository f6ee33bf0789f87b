import { i18n } from '#i18n';
import type { CompanionError } from './companion-error';
import type { ErrorDescription, NextStep } from './describe-error';

type EndpointError = Extract<CompanionError, { kind: `endpoint-${string}` }>;

/** Keys of `error` in the locale files. */
const URL_KEYS = {
  format: 'endpointUrlFormat',
  credentials: 'endpointUrlCredentials',
  host: 'endpointUrlHost',
} as const;

const KEY_KEYS = { format: 'endpointKeyFormat', 'hub-token': 'endpointKeyHubToken' } as const;

const REFUSED_KEYS = {
  origin: 'endpointRefusedOrigin',
  key: 'endpointRefusedKey',
  token: 'endpointRefusedToken',
  nothing: 'endpointRefusedNothing',
} as const;

/** Words for what can be wrong with an endpoint of one's own, with the setting of each server that helps. */
export function describeEndpointError(error: EndpointError): ErrorDescription {
  const host = 'host' in error ? error.host : '';
  switch (error.kind) {
    case 'endpoint-url':
      return words(URL_KEYS[error.reason]);
    case 'endpoint-key':
      return words(KEY_KEYS[error.reason]);
    case 'endpoint-gone':
      return words('endpointGone', openEndpoints());
    case 'endpoint-not-allowed':
      return words('endpointNotAllowed');
    case 'endpoint-unreachable':
      return about(host, error.isLocal ? 'endpointNotRunning' : 'endpointUnreachable');
    case 'endpoint-refused':
      return about(host, REFUSED_KEYS[error.by]);
    case 'endpoint-not-compatible':
      return about(host, 'endpointNotCompatible');
    case 'endpoint-model-gone': {
      const { model } = error;
      return {
        title: i18n.t('error.endpointModelGone.title', { model }),
        detail: i18n.t('error.endpointModelGone.detail', { host, model }),
        next: [openEndpoints()],
      };
    }
  }
}

type PlainKey =
  | (typeof URL_KEYS)[keyof typeof URL_KEYS]
  | (typeof KEY_KEYS)[keyof typeof KEY_KEYS]
  | `endpoint${'Gone' | 'NotAllowed'}`;

type HostKey =
  | (typeof REFUSED_KEYS)[keyof typeof REFUSED_KEYS]
  | `endpoint${'NotRunning' | 'Unreachable' | 'NotCompatible'}`;

function words(key: PlainKey, ...next: NextStep[]): ErrorDescription {
  return { title: i18n.t(`error.${key}.title`), detail: i18n.t(`error.${key}.detail`), next };
}

function about(host: string, key: HostKey): ErrorDescription {
  return {
    title: i18n.t(`error.${key}.title`, { host }),
    detail: i18n.t(`error.${key}.detail`),
    next: [openEndpoints()],
  };
}

function openEndpoints(): NextStep {
  return { kind: 'link', href: '/options.html#endpoints', label: i18n.t('endpoint.open') };
}

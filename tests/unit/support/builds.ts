import type { BuildConfiguration } from '@/utils/config/build-configuration';

/** A build without any variable set. */
export const PLAIN_BUILD: BuildConfiguration = {
  clientId: undefined,
  scopes: 'openid profile inference-api',
  providerOrigin: 'https://huggingface.co',
  routerOrigin: 'https://router.huggingface.co',
  extraOrigins: [],
};

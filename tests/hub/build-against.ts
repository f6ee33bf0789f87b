import { buildExtension } from './build-extension.ts';
import type { Hub } from './hub.ts';

/**
 * Builds the extension against a local Hub: the same production build as for a store, with other
 * origins.
 *
 * @param mode names the output folder, `.output/<browser>-mv3-<mode>`
 * @returns the folder of the unpacked extension
 */
export function buildAgainst(
  hub: Hub,
  mode: string,
  environment: Record<string, string> = {},
  browser: 'chrome' | 'firefox' = 'chrome',
): Promise<string> {
  const against = {
    OAUTH_CLIENT_ID: hub.clientId,
    OPENID_PROVIDER_URL: hub.origin,
    INFERENCE_ROUTER_URL: hub.routerOrigin,
    EXTRA_INFERENCE_ORIGINS: hub.picturesOrigin,
    ...environment,
  };
  return buildExtension(mode, against, browser);
}

import { buildExtension } from './build-extension.ts';
import type { Hub } from './hub.ts';

interface BuildOptions {
  browser?: 'chrome' | 'firefox';
  /** A language that the build is to have alone, such as `zh-CN`; also `en-XA` and `ar-XB`, which are not shipped. */
  locale?: string | undefined;
}

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
  { browser, locale }: BuildOptions = {},
): Promise<string> {
  const against = {
    OAUTH_CLIENT_ID: hub.clientId,
    OPENID_PROVIDER_URL: hub.origin,
    INFERENCE_ROUTER_URL: hub.routerOrigin,
    EXTRA_INFERENCE_ORIGINS: hub.picturesOrigin,
    ONLY_LOCALE: locale ?? '',
    ...environment,
  };
  return buildExtension(mode, against, browser);
}

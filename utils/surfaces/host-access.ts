import { browser } from '@/utils/browser';
import { buildConfiguration } from '@/utils/config/build-configuration';
import { matchPattern, patternsToAllow } from '@/utils/config/origins';

/**
 * Asks the person to give back the access to a host, and to those of the installation. Call it
 * synchronously in the handler of their click: browsers refuse it afterwards.
 *
 * @param host with its port, if it has one
 */
export function requestHostAccess(host: string): void {
  void browser.permissions.request({ origins: patternsToAllow(host, buildConfiguration) });
}

/**
 * Asks the person for the access to an endpoint of their own, where it is not given yet. Call it
 * synchronously in the handler of their click.
 *
 * @returns whether it is there now; also true where the browser can't be asked, since the background looks itself
 */
export async function requestEndpointAccess(origin: string): Promise<boolean> {
  return await browser.permissions.request({ origins: [matchPattern(origin)] }).catch(() => true);
}

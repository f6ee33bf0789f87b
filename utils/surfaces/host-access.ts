import { browser } from '@/utils/browser';
import { buildConfiguration } from '@/utils/config/build-configuration';
import { hostPermissions } from '@/utils/config/origins';

/**
 * Asks the person to give back the access to hosts that was granted at installation. Call it
 * synchronously in the handler of their click: browsers refuse it afterwards.
 */
export function requestHostAccess(): void {
  void browser.permissions.request({ origins: hostPermissions(buildConfiguration) });
}

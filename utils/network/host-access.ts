import { browser } from '@/utils/browser';
import { matchPattern } from '@/utils/config/origins';

/**
 * Whether the person lets the extension reach an origin. Firefox and Chromium both let them take back
 * what was granted at installation.
 */
export async function hasHostAccess(origin: string): Promise<boolean> {
  return await browser.permissions.contains({ origins: [matchPattern(origin)] });
}

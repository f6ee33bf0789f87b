import { browser } from '@/utils/browser';
import { FIREFOX_REDIRECT_URI, REDIRECT_PATH } from './extension-ids';

/**
 * The exact redirect URI of this installation (RFC 6749 §3.1.2), as it must be registered with the OAuth
 * app. Firefox for Android has no `identity`, and Firefox's URI.
 */
export function redirectUri(): string {
  return browser.identity?.getRedirectURL(REDIRECT_PATH) ?? FIREFOX_REDIRECT_URI;
}

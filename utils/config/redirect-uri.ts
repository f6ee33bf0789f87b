import { browser } from '@/utils/browser';
import { REDIRECT_PATH } from './extension-ids';

/** The exact redirect URI of this installation (RFC 6749 §3.1.2), as it must be registered with the OAuth app. */
export function redirectUri(): string {
  return browser.identity.getRedirectURL(REDIRECT_PATH);
}

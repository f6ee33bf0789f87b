import { browser } from '@/utils/browser';

/** Whether this browser can open a sign-in window; Firefox for Android can't. */
export function hasSignInWindow(): boolean {
  return browser.identity?.launchWebAuthFlow !== undefined;
}

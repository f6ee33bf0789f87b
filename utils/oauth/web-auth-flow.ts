import { browser } from '@/utils/browser';
import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';

/**
 * The browsers' own words, the only thing they say about why a flow ended. Verbatim from Chromium
 * (identity_constants.cc) and Firefox (ext-identity.js).
 */
const BROWSER_MESSAGES: ReadonlyArray<[RegExp, CompanionError]> = [
  [
    /The user did not approve access|User cancelled or denied access/,
    { kind: 'sign-in-cancelled' },
  ],
  [/Only one web auth flow is allowed at a time/, { kind: 'sign-in-window-open' }],
  [/Authorization page could not be loaded|page load timed out/, { kind: 'sign-in-page-failed' }],
  [/disabled in incognito|Couldn't create a browser window/, { kind: 'sign-in-unavailable' }],
];

/**
 * Opens the browser's sign-in window and waits for the redirect (WebExtensions
 * `identity.launchWebAuthFlow`). Call it in the background: a popup closes when the window opens.
 *
 * @returns the whole URL of the redirect, not yet checked
 * @throws Failure
 */
export async function launchWebAuthFlow(url: string): Promise<string> {
  let responseUrl: string | undefined;
  try {
    responseUrl = await browser.identity.launchWebAuthFlow({ url, interactive: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (!navigator.onLine) throw new Failure({ kind: 'offline' }, { cause });
    const known = BROWSER_MESSAGES.find(([pattern]) => pattern.test(message));
    throw new Failure(known?.[1] ?? { kind: 'sign-in-page-failed' }, { cause });
  }
  if (!responseUrl || !URL.canParse(responseUrl)) throw new Failure({ kind: 'sign-in-cancelled' });
  return responseUrl;
}

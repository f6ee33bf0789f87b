import { rm } from 'node:fs/promises';
import type { BrowserSession, View } from '../drivers/driver.ts';
import type { Hub } from '../hub/hub.ts';
import type { Secret } from '../hub/secrets.ts';
import { lookAtDocuments } from './leaks/documents.ts';
import { lookAtStorage } from './leaks/extension-storage.ts';
import { findSecrets, type Material } from './leaks/material.ts';
import { sweepProfile } from './leaks/profile.ts';
import { findCookies, lookAtRequests } from './leaks/requests.ts';

/** What of a stage is searched. */
export interface Searched {
  readonly hub: Hub;
  readonly browser: BrowserSession;
}

/**
 * Searches all that can be looked at while the browser runs for all that the Hub has issued so far:
 * open documents and what their scripts can read, extension storage, the console, the requests.
 * Opens a page of the extension in a tab for it, which may close the popup.
 *
 * @param secrets what is searched for, if not what the Hub knows
 * @returns `<kind of secret> in <place>` for each, never the secret itself; empty when all is well
 */
export async function sweepForSecrets(
  { hub, browser }: Searched,
  secrets: readonly Secret[] = hub.secrets(),
): Promise<string[]> {
  const materials: Material[] = [
    ...(await browser.consoleMessages()).map((text) => ({ place: 'the console', text })),
    // Before the page below takes the focus: popups close then.
    ...(await lookAtDocuments(await browser.views(), hub.origin)),
    ...(await onExtensionPage(browser, async (page) => [
      ...(await lookAtDocuments([page], hub.origin)),
      ...(await lookAtStorage(page)),
    ])),
    ...lookAtRequests(hub.requests),
  ];
  return [...findSecrets(materials, secrets), ...findCookies(hub.requests)];
}

/**
 * Ends a browser, having searched all of it, and then its profile, which it removes.
 *
 * @param profile the folder that the browser was launched with
 * @param secrets as above
 * @throws when there was a secret where it should not be
 */
export async function closeSwept(
  searched: Searched,
  profile: string,
  secrets: () => readonly Secret[] = () => searched.hub.secrets(),
): Promise<void> {
  try {
    const found = await sweepForSecrets(searched, secrets());
    await searched.browser.close();
    found.push(...(await sweepProfile(profile, secrets())));
    if (found.length > 0) throw new Error(`Leaked:\n${found.join('\n')}`);
  } finally {
    // Whatever has failed above: closing twice does no harm.
    await searched.browser.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function onExtensionPage<T>(
  browser: BrowserSession,
  look: (page: View) => Promise<T>,
): Promise<T> {
  const page = await browser.openTab(browser.extensionUrl('options.html'));
  try {
    return await look(page);
  } finally {
    await page.close();
  }
}

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import type { BrowserSession, LaunchOptions } from './driver.ts';

const PAGE = 'welcome.html';

/** Whether the extension will open its first-run page, as it does once in a new profile. Ask before the browser starts. */
export function isFirstRun({ extensionDir, userDataDir, privateBrowsing }: LaunchOptions): boolean {
  // Marionette lets an extension into private windows by starting it again, which is no installation any more.
  if (privateBrowsing !== undefined) return false;
  const isNew = userDataDir === undefined || readdirSync(userDataDir).length === 0;
  return isNew && existsSync(path.join(extensionDir, PAGE));
}

/** Closes the first-run page, as most people do with such pages. */
export async function closeFirstRun(session: BrowserSession): Promise<void> {
  const page = await session.tab(session.extensionUrl(PAGE));
  await page.close();
}

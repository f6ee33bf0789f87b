import type { CdpView } from '../../../tests/drivers/cdp-view.ts';
import { PEOPLE } from '../../../tests/hub/accounts.ts';
import type { Subject } from '../subject.ts';
import { bundleInPage } from './bundle-in-page.ts';

/** As those of `in-page.ts` are apart. */
const EVERY_MS = 630_000;

/** Numbers that the case of the long history does not use. */
const FIRST = 1_000_001;

const filled = new WeakSet<Subject>();

/** Gives Companion's account a history of so many runs, the newest of this hour; once, however many cases ask. */
export async function fillRuns(subject: Subject, count: number): Promise<void> {
  if (filled.has(subject)) return;
  filled.add(subject);
  const { browser } = subject;
  const view = (await browser.openTab(browser.extensionUrl('sidepanel.html'))) as CdpView;
  await view.evaluate(`${await bundleInPage()};0`);
  const end = Date.now() + (FIRST - 1) * EVERY_MS;
  await view.evaluate(`fillHistory('${PEOPLE.ada.id}', ${end}, ${FIRST}, ${FIRST + count})`);
  await view.close();
}

import { startXvfb } from '../../tests/drivers/xvfb.ts';
import { buildAgainst } from '../../tests/hub/build-against.ts';
import { startHub } from '../../tests/hub/hub.ts';
import { BROWSERS } from '../demo/browsers.ts';
import type { SoakArguments } from './arguments.ts';
import { BackgroundLine } from './background-line.ts';
import { Chance } from './chance.ts';
import { Diary } from './diary.ts';
import { RunWatch } from './run-watch.ts';
import type { Soak } from './soak.ts';

/** How many windows there are for runs to belong to. */
const WINDOWS = 3;

const OPEN_WINDOWS = `(async () => {
  for (let more = 1; more < ${WINDOWS}; more += 1) await chrome.windows.create({ focused: false });
  return (await chrome.windows.getAll()).map(({ id }) => id);
})()`;

/** A local Hub, a production build against it, and a browser where somebody is signed in. */
export async function openSoak(
  options: SoakArguments,
): Promise<{ readonly soak: Soak; close(): Promise<void> }> {
  const { driver, target, redirectUri } = BROWSERS[options.browser];
  const hub = await startHub({ redirectUris: [redirectUri] });
  const closers = [() => hub.close()];
  const close = async () => {
    for (const each of closers.toReversed()) await each();
  };
  try {
    const extensionDir = await buildAgainst(hub, 'soak', {}, { browser: target });
    const display = await startXvfb();
    closers.push(() => display.stop());
    const browser = await driver.launch({ extensionDir, display });
    closers.push(() => browser.close());
    const article = await browser.openTab(hub.articleUrl);
    await (await browser.openPopup()).click('button', 'Sign in with Hugging Face');
    await (await browser.signInWindow()).click('button', 'Allow');
    await article.waitUntil('the popup to close', async () => !(await browser.popup()));
    const page = await browser.openTab(browser.extensionUrl('options.html'));
    const line = new BackgroundLine(page);
    const [first, ...others] = await page.evaluate<number[]>(OPEN_WINDOWS);
    if (first === undefined) throw new Error('There is no window.');
    const soak: Soak = {
      hub,
      browser,
      line,
      watch: new RunWatch(line),
      chance: new Chance(options.seed),
      diary: new Diary(),
      windows: [first, ...others],
      goal: options.runs,
    };
    return { soak, close };
  } catch (error) {
    await close();
    throw error;
  }
}

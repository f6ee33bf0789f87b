import { startChromium } from '../../tests/drivers/chromium-process.ts';
import type { Hub } from '../../tests/hub/hub.ts';
import { BROWSERS, type BrowserName, type DemoBrowser } from './browsers.ts';
import { openFirefox, type OpenBrowser } from './open-firefox.ts';

type Open = (extensionDir: string, url: string) => Promise<OpenBrowser>;

const OPEN: Readonly<Record<BrowserName, Open>> = {
  chromium: (extensionDir, url) =>
    startChromium({ args: [`--load-extension=${extensionDir}`, url] }),
  firefox: openFirefox,
};

const steps = ({ panel, oddity }: DemoBrowser): string => `
A browser has opened with Companion in it and an article to try it on.
  1. Click the Companion icon (under the puzzle piece), or press Alt+Shift+J, and sign in.
  2. Select some text of the article, right-click it, Companion for Hugging Face > Summarize.
  3. Read the streamed answer in the ${panel}.
${oddity ? `${oddity}\n` : ''}Close the browser to end the demo.
`;

/** Opens a browser with the extension and the article on the person's own screen; ends when it is closed. */
export async function letPersonPlay(
  name: BrowserName,
  hub: Hub,
  extensionDir: string,
): Promise<void> {
  const browser = await OPEN[name](extensionDir, hub.articleUrl);
  try {
    process.stdout.write(steps(BROWSERS[name]));
    await browser.closed;
  } finally {
    await browser.close();
  }
}

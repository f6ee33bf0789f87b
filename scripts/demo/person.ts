import { startChromium } from '../../tests/drivers/chromium-process.ts';
import type { Hub } from '../../tests/hub/hub.ts';

const STEPS = `
A browser has opened with Companion in it and an article to try it on.
  1. Click the Companion icon (under the puzzle piece), or press Alt+Shift+H, and sign in.
  2. Select some text of the article, right-click it, Companion for Hugging Face > Summarize.
  3. Read the streamed answer in the side panel.
Close the browser to end the demo.
`;

/** Opens a browser with the extension and the article on the person's own screen; ends when it is closed. */
export async function letPersonPlay(hub: Hub, extensionDir: string): Promise<void> {
  const browser = await startChromium({
    args: [`--load-extension=${extensionDir}`, hub.articleUrl],
  });
  try {
    process.stdout.write(STEPS);
    await browser.closed;
  } finally {
    await browser.close();
  }
}

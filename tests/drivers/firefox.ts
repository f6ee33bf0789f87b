import type { Driver, LaunchOptions } from './driver.ts';
import { readManifest, shortcutOf } from './extension-id.ts';
import { FirefoxConnection } from './firefox-connection.ts';
import { startFirefox } from './firefox-process.ts';
import type { FirefoxProcess } from './firefox-process.ts';
import { FirefoxSession } from './firefox-session.ts';
import { closeFirstRun, isFirstRun } from './first-run.ts';
import { poll } from './poll.ts';
import { browserWindows, xdotoolOn } from './xdotool.ts';

const ORIGIN = `(extensionId) => {
  const policy = WebExtensionPolicy.getByID(extensionId);
  return policy?.extension.backgroundState === 'running' && policy.getURL('');
}`;

async function ready(browser: FirefoxProcess, options: LaunchOptions): Promise<FirefoxSession> {
  const { extensionDir, display, privateBrowsing } = options;
  const { value: extensionId } = await browser.connection.send<{ value: string }>('Addon:Install', {
    path: extensionDir,
    // Until the browser ends; it needs no signature.
    temporary: true,
    allowPrivateBrowsing: privateBrowsing !== undefined,
  });
  const connection = new FirefoxConnection(browser.connection);
  const origin = await poll(`the extension in ${extensionDir} to start`, () =>
    connection.inBrowser<string | false>(ORIGIN, extensionId),
  );
  const xdotool = xdotoolOn(display.name);
  const mainWindow = await poll(
    'the browser window',
    async () => (await browserWindows(xdotool, 'firefox'))[0],
  );
  return new FirefoxSession({
    connection,
    close: () => browser.close(),
    kill: () => browser.kill(),
    display,
    extensionId,
    origin,
    popupShortcut: () => shortcutOf(readManifest(extensionDir), '_execute_action'),
    mainWindow,
  });
}

/** Firefox with a window, on an X display. */
export const firefox: Driver = {
  async launch(options) {
    const closesFirstRun = isFirstRun(options) && !options.keepsFirstRun;
    const browser = await startFirefox(options);
    try {
      const session = await ready(browser, options);
      if (closesFirstRun) await closeFirstRun(session);
      return session;
    } catch (error) {
      await browser.close();
      throw error;
    }
  },
};

import type { CdpConnection } from './cdp-connection.ts';
import { backgroundOf, pages } from './cdp-targets.ts';
import { startChromium } from './chromium-process.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import { ChromiumSession } from './chromium-session.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import { extensionId, readManifest, shortcutOf } from './extension-id.ts';
import { closeFirstRun, isFirstRun } from './first-run.ts';
import { poll } from './poll.ts';
import { browserWindows, xdotoolOn } from './xdotool.ts';

function browserArgs(options: LaunchOptions): string[] {
  const { extensionDir, otherExtensionDirs = [], colorScheme, language } = options;
  return [
    `--load-extension=${[extensionDir, ...otherExtensionDirs].join(',')}`,
    '--window-position=0,0',
    '--window-size=1280,860',
    ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ...(language === undefined ? [] : [`--lang=${language}`, `--accept-lang=${language}`]),
    'about:blank',
  ];
}

function environment({ display, language }: LaunchOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DISPLAY: display.name,
    // On Linux the browser's language comes from here; --lang is for the other systems.
    ...(language === undefined ? {} : { LANGUAGE: language }),
  };
}

async function ready(browser: ChromiumProcess, options: LaunchOptions): Promise<ChromiumSession> {
  const manifest = readManifest(options.extensionDir);
  const id = extensionId(options.extensionDir, manifest);
  const { connection } = browser;
  await poll(`the extension in ${options.extensionDir} to start`, () =>
    backgroundOf(connection, `chrome-extension://${id}/`),
  );
  const xdotool = xdotoolOn(options.display.name);
  const mainWindow = await poll(
    'the browser window',
    async () => (await browserWindows(xdotool, 'chrom'))[0],
  );
  await poll('the first tab', async () => (await pages(connection)).length > 0);
  return new ChromiumSession({
    browser,
    display: options.display,
    extensionId: id,
    popupShortcut: () => shortcutOf(manifest, '_execute_action'),
    mainWindow,
  });
}

/** A session with the protocol under it, for what no spec may need: measurements. */
export interface OpenedChromium {
  readonly session: ChromiumSession;
  readonly connection: CdpConnection;
}

/** Opens Chromium with a window, on an X display. */
export async function openChromium(options: LaunchOptions): Promise<OpenedChromium> {
  const closesFirstRun = isFirstRun(options) && !options.keepsFirstRun;
  const browser = await startChromium({
    args: browserArgs(options),
    env: environment(options),
    userDataDir: options.userDataDir,
  });
  try {
    const session = await ready(browser, options);
    if (closesFirstRun) await closeFirstRun(session);
    return { session, connection: browser.connection };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

export const chromium: Driver = {
  launch: async (options) => (await openChromium(options)).session,
};

import { setTimeout as delay } from 'node:timers/promises';
import { startFirefox } from '../../tests/drivers/firefox-process.ts';

/** A browser on the person's own screen. */
export interface OpenBrowser {
  /** Resolves when it has ended, whoever ended it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Nothing waits for it but the end of the demo. Milliseconds. */
const LOOK_EVERY_MS = 500;

/**
 * Opens Firefox on the person's own screen, with the extension installed until it ends: Firefox has no
 * option for that, and installs nothing unsigned for good.
 *
 * @throws Error with one sentence on Windows, where the driver has no shell to run Firefox from
 */
export async function openFirefox(extensionDir: string, url: string): Promise<OpenBrowser> {
  if (process.platform === 'win32') {
    throw new Error('The demo in Firefox runs on Linux and macOS; here it runs in Chromium.');
  }
  const display = { name: process.env['DISPLAY'] ?? '' };
  const firefox = await startFirefox({ extensionDir, display });
  const { connection } = firefox;
  try {
    await connection.send('Addon:Install', { path: extensionDir, temporary: true });
    await connection.send('Marionette:SetContext', { value: 'content' });
    await connection.send('WebDriver:Navigate', { url });
  } catch (error) {
    await firefox.close();
    throw error;
  }
  const answers = async (): Promise<boolean> =>
    connection.send('Marionette:GetContext').then(
      () => true,
      () => false,
    );
  const untilClosed = async (): Promise<void> => {
    while (await answers()) await delay(LOOK_EVERY_MS);
  };
  return { closed: untilClosed(), close: () => firefox.close() };
}

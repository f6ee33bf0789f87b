import type { BrowserSession, View } from '../../tests/drivers/driver.ts';
import { startXvfb } from '../../tests/drivers/xvfb.ts';
import { buildAgainst } from '../../tests/hub/build-against.ts';
import { startHub, type Hub } from '../../tests/hub/hub.ts';
import { BROWSERS, type BrowserName } from '../demo/browsers.ts';
import type { Language } from './arguments.ts';

/** A local Hub, and a browser with Companion built against it in one language. */
export interface Ground {
  readonly browserName: BrowserName;
  readonly language: Language;
  readonly hub: Hub;
  readonly browser: BrowserSession;
  readonly article: View;
  readonly extensionDir: string;
  close(): Promise<void>;
}

/** Builds without a client id, so that the first screens are those of somebody who has none. */
export async function openGround(browserName: BrowserName, language: Language): Promise<Ground> {
  const { driver, target, redirectUri } = BROWSERS[browserName];
  const hub = await startHub({ redirectUris: [redirectUri] });
  const environment = { OAUTH_CLIENT_ID: '' };
  const extensionDir = await buildAgainst(hub, `screens-${language}`, environment, {
    browser: target,
    locale: language,
  });
  const display = await startXvfb();
  const browser = await driver.launch({ extensionDir, display });
  const article = await browser.openTab(hub.articleUrl);
  return {
    browserName,
    language,
    hub,
    browser,
    article,
    extensionDir,
    async close() {
      await browser.close();
      await display.stop();
      await hub.close();
    },
  };
}

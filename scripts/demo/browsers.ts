import { chromium } from '../../tests/drivers/chromium.ts';
import type { Driver } from '../../tests/drivers/driver.ts';
import { firefox } from '../../tests/drivers/firefox.ts';
import { CHROMIUM_REDIRECT_URI, FIREFOX_REDIRECT_URI } from '../../utils/config/extension-ids.ts';
import type { Tool } from '../tools/plan.ts';

/** The browsers that the demo can play in; the first is the default. */
export const BROWSER_NAMES = ['chromium', 'firefox'] as const;

export type BrowserName = (typeof BROWSER_NAMES)[number];

/** In what a browser differs from the other for the demo. */
export interface DemoBrowser {
  readonly driver: Driver;
  /** WXT's name of it. */
  readonly target: 'chrome' | 'firefox';
  readonly redirectUri: string;
  /** What the browser calls the place where answers appear. */
  readonly panel: string;
  /** What a person might wonder about. */
  readonly oddity?: string;
}

export const BROWSERS: Readonly<Record<BrowserName, DemoBrowser>> = {
  chromium: {
    driver: chromium,
    target: 'chrome',
    redirectUri: CHROMIUM_REDIRECT_URI,
    panel: 'side panel',
  },
  firefox: {
    driver: firefox,
    target: 'firefox',
    redirectUri: FIREFOX_REDIRECT_URI,
    panel: 'sidebar',
    oddity: 'The address bar is striped because Firefox was opened by a program, this one.',
  },
};

/** The tools that the demo needs in a browser, and none of the other browser's. */
export function toolsFor(browser: BrowserName, isJourney: boolean): readonly Tool[] {
  return isJourney ? [browser, 'xvfb', 'xdotool'] : [browser];
}

/**
 * Whether a person can see the browser. Firefox is driven by way of an X display, which nearly every
 * Wayland desktop has too.
 */
export function hasDisplay(
  browser: BrowserName,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): boolean {
  const name = env['DISPLAY'] || (browser === 'chromium' && env['WAYLAND_DISPLAY']);
  return platform !== 'linux' || Boolean(name);
}

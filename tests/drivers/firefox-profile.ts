import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { LaunchOptions } from './driver.ts';

type Preferences = Readonly<Record<string, string | number | boolean>>;

/** Nothing of the browser's own may talk, ask or get in the way; Marionette itself sets some more. */
const QUIET: Preferences = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.tabs.firefox-view': false,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.security.https_first': false,
  'extensions.getAddons.cache.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'services.settings.server': 'data:,',
  'termsofuse.bypassNotification': true,
  'toolkit.cosmeticAnimations.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
  'ui.prefersReducedMotion': 1,
};

/** What the driver itself needs. */
const DRIVEN: Preferences = {
  // A free port, which Firefox then writes into its profile.
  'marionette.port': 0,
  // Otherwise addresses on loopback, where the local Hub is, go on to answer while offline.
  'network.disable-localhost-when-offline': true,
  // Marionette would have every window believe that it has the focus; popups then never close.
  'focusmanager.testmode': false,
};

function chosen(options: LaunchOptions): Preferences {
  const { colorScheme, language, preferences, privateBrowsing } = options;
  return {
    // What its settings call "never remember history".
    ...(privateBrowsing === 'always' && { 'browser.privatebrowsing.autostart': true }),
    ...(colorScheme && {
      'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    }),
    ...(language !== undefined && {
      'intl.accept_languages': language,
      'intl.locale.requested': language,
    }),
    ...preferences,
  };
}

/** Writes the preferences of a session into the folder of its profile. */
export function writePreferences(profile: string, options: LaunchOptions): void {
  const preferences = { ...QUIET, ...DRIVEN, ...chosen(options) };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(path.join(profile, 'user.js'), lines.join(''));
}

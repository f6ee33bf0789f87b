import { request } from '@/utils/messaging/request-client';

/** What a person wants the pages to look like: `system` goes with the browser and its system. */
export type ThemeChoice = 'system' | 'light' | 'dark';

/** The one key of localStorage: extension storage can't be read before the first paint. public/theme.js reads it. */
const THEME_KEY = 'theme';

/** The choice on this computer; `system` where there is none, or where the browser keeps nothing. */
export function readTheme(): ThemeChoice {
  try {
    const kept = localStorage.getItem(THEME_KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    // A browser can refuse pages their storage: then there never was a choice.
    return 'system';
  }
}

/**
 * Keeps the choice and shows it at once, on all open pages.
 *
 * @returns false where the browser keeps nothing
 */
export function chooseTheme(choice: ThemeChoice): boolean {
  try {
    if (choice === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, choice);
  } catch {
    // Refused or full: the page that asked says so.
    return false;
  }
  // For cards, which are in pages of others. Where it fails, they look as the system does.
  void request('settings.set-theme', { theme: choice });
  // Browsers tell the other pages by themselves.
  dispatchEvent(new StorageEvent('storage', { key: THEME_KEY }));
  return true;
}

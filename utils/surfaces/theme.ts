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
 * Keeps the choice and shows it at once, on all open pages, and in the cards that open from now on.
 *
 * @returns false where the browser keeps nothing
 */
export function chooseTheme(choice: ThemeChoice): boolean {
  const isKept = keepTheme(choice);
  // Cards are in pages of others. Where it fails, they look as the system does.
  if (isKept) void request('settings.set-theme', { theme: choice });
  return isKept;
}

/** Forgets the choice on this page's side, once the background has deleted all of its own. */
export function forgetTheme(): void {
  keepTheme('system');
}

function keepTheme(choice: ThemeChoice): boolean {
  try {
    if (choice === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, choice);
  } catch {
    // Refused or full: the page that asked says so.
    return false;
  }
  // Browsers tell the other pages by themselves.
  dispatchEvent(new StorageEvent('storage', { key: THEME_KEY }));
  return true;
}

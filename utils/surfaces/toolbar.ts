import { browser } from '@/utils/browser';

/** Whether the toolbar shows our button; `undefined` where the browser doesn't say. */
export async function isOnToolbar(): Promise<boolean | undefined> {
  // Not in all that we support: Firefox has it later than Chromium, and Android has no toolbar.
  const settings = await browser.action.getUserSettings?.().catch(() => undefined);
  return settings?.isOnToolbar;
}

/** Calls back whenever the toolbar may show our button, or hide it. */
export function watchToolbar(callback: () => void): void {
  browser.action.onUserSettingsChanged?.addListener(callback);
  // Without that event: whoever comes back from the toolbar, or from a page of the browser's, gives us the focus.
  addEventListener('focus', callback);
  document.addEventListener('visibilitychange', callback);
}

import { browser } from '@/utils/browser';

/** A keyboard shortcut that works everywhere in the browser, as the browser has it. */
export interface Shortcut {
  /** Name of the command in the manifest. */
  command: string;
  /** As the browser writes it; empty where the person, or another extension, has left none. */
  keys: string;
}

/** The shortcuts as they are now; none where the browser has no commands. */
export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = (await browser.commands?.getAll()) ?? [];
  return commands.map(({ name = '', shortcut = '' }) => ({ command: name, keys: shortcut }));
}

/** Calls back when the shortcuts may have changed. @returns the function that ends it */
export function watchShortcuts(callback: () => void): () => void {
  // Chromium tells of no change; who comes back from its page for them shows this one again.
  addEventListener('focus', callback);
  document.addEventListener('visibilitychange', callback);
  return () => {
    removeEventListener('focus', callback);
    document.removeEventListener('visibilitychange', callback);
  };
}

/** What opens the browser's own page for shortcuts; `undefined` where nothing can (Firefox before 137). */
export function shortcutSettings(): (() => Promise<unknown>) | undefined {
  const { commands } = browser;
  if (isChromium()) return () => browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  return commands?.openShortcutSettings ? () => commands.openShortcutSettings() : undefined;
}

/** Whether this is a Chromium, whose toolbar and settings are laid out in another way than Firefox's. */
export function isChromium(): boolean {
  return browser.runtime.getURL('/').startsWith('chrome-extension:');
}

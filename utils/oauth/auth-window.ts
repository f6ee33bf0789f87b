import { browser } from '@/utils/browser';

/**
 * Watches for the window that `identity.launchWebAuthFlow` opens, which the API itself tells nothing
 * about: the first popup window that is created from now on.
 *
 * @returns the function that ends it
 */
export function watchAuthWindow(onWindow: (windowId: number) => void): () => void {
  const created = browser.windows?.onCreated;
  const listener = ({ id, type }: { id?: number; type?: string }) => {
    if (type !== 'popup' || id === undefined) return;
    created?.removeListener(listener);
    onWindow(id);
  };
  created?.addListener(listener);
  return () => created?.removeListener(listener);
}

/** Closes a sign-in window, if it is known and still there, which ends its flow at once. */
export async function closeAuthWindow(windowId: number | undefined): Promise<void> {
  if (windowId === undefined) return;
  try {
    // A panel window of ours that opened in the same moment looks the same when it is created.
    const tabs = await browser.tabs.query({ windowId });
    const isOurs = tabs.some(({ url }) => url?.startsWith(browser.runtime.getURL('')));
    if (!isOurs) await browser.windows.remove(windowId);
  } catch {
    // It is gone already.
  }
}

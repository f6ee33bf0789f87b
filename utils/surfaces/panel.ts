import { browser } from '@/utils/browser';

const PANEL_PAGE = 'sidepanel.html';
const WINDOW_PARAMETER = 'window';

/** Stands for the one window of a browser that knows no windows (Firefox for Android), as `WINDOW_ID_NONE` does. */
export const NO_WINDOW = -1;

/**
 * Opens the panel: Chromium's side panel or Firefox's sidebar. Call it synchronously in the handler of
 * the person's gesture, before any await: both browsers refuse it afterwards.
 *
 * @returns rejects where the browser has neither or refuses; resolving does not mean that it shows
 */
export function openPanel(windowId: number): Promise<void> {
  try {
    if (browser.sidePanel) return browser.sidePanel.open({ windowId });
    return browser.sidebarAction.open();
  } catch (cause) {
    return Promise.reject(cause instanceof Error ? cause : new Error('no panel', { cause }));
  }
}

/** Opens the panel's page in a small window of its own, where the panel cannot show. It shows the runs of `windowId`. */
export async function openPanelWindow(windowId: number): Promise<void> {
  const url = `${browser.runtime.getURL(`/${PANEL_PAGE}`)}?${WINDOW_PARAMETER}=${windowId}`;
  await browser.windows.create({ url, type: 'popup', width: 440, height: 720 });
}

/** Brings a window to the front, when it shows already what is asked for. */
export async function focusWindow(windowId: number): Promise<void> {
  await browser.windows.update(windowId, { focused: true });
}

/** The window whose runs this page shows: the one it stands for, else the one it is in. */
export async function viewedWindowId(search: string): Promise<number> {
  const windowId = new URLSearchParams(search).get(WINDOW_PARAMETER);
  if (windowId !== null && /^-?\d+$/.test(windowId)) return Number(windowId);
  const current = await browser.windows?.getCurrent();
  return current?.id ?? NO_WINDOW;
}

/** True for a private window, of which nothing may be kept on disk. One that is gone counts as private. */
export async function isPrivateWindow(windowId: number): Promise<boolean> {
  // Firefox for Android knows no windows, and runs extensions in ordinary tabs only.
  if (!browser.windows || windowId === NO_WINDOW) return false;
  return await browser.windows.get(windowId).then(
    ({ incognito }) => incognito,
    () => true,
  );
}

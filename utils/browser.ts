import polyfill from 'webextension-polyfill';

/** Chromium's side panel (https://developer.chrome.com/docs/extensions/reference/api/sidePanel); the polyfill has no types for it. */
interface SidePanel {
  open(options: { windowId: number }): Promise<void>;
}

/**
 * The WebExtensions API, promises in every browser. This is the only file that names it, so the
 * polyfill can go when the oldest supported Chromium has the `browser` namespace (148).
 */
export const browser = polyfill as typeof polyfill & { sidePanel?: SidePanel };

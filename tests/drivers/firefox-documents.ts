import type { FirefoxConnection } from './firefox-connection.ts';

/** What holds a document. The sign-in window is that of `identity.launchWebAuthFlow`. */
export type DocumentKind = 'tab' | 'sign-in' | 'popup' | 'sidebar' | 'background';

/** A document that is open now; `browserId` is the same through navigations. */
export interface OpenDocument {
  readonly browserId: number;
  readonly kind: DocumentKind;
  readonly url: string;
}

// The name of that window is the one that Firefox gives it (toolkit/components/extensions/parent/ext-identity.js).
const LIST = `(extensionId) => {
  const open = [];
  const add = (kind, { browserId, currentURI }) => open.push({ browserId, kind, url: currentURI.spec });
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    const kind = window.name === 'launchWebAuthFlow_dialog' ? 'sign-in' : 'tab';
    for (const browser of window.gBrowser?.browsers ?? []) add(kind, browser);
  }
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  for (const { viewType, xulBrowser } of extension.views) {
    if (viewType === 'tab' || !xulBrowser?.isConnected) continue;
    // A popup has a document before it shows, and for a moment after it has closed.
    if (viewType !== 'popup' || xulBrowser.closest('panel')?.state === 'open') add(viewType, xulBrowser);
  }
  return open;
}`;

/** Every document of the tabs and of the extension; looking wakes no background. */
export function openDocuments(
  connection: FirefoxConnection,
  extensionId: string,
): Promise<OpenDocument[]> {
  return connection.inBrowser<OpenDocument[]>(LIST, extensionId);
}

const OPEN_TAB = `(url) => {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const tab = gBrowser.addTab(url, { triggeringPrincipal });
  gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browserId;
}`;

/** Opens a tab in the first window, and brings it to the front. */
export function openTab(connection: FirefoxConnection, url: string): Promise<number> {
  return connection.inBrowser<number>(OPEN_TAB, url);
}

/** Runs a function in the browser on the element that shows a document. */
const withBrowser = (body: string): string => `async (browserId, ...values) => {
  const context = BrowsingContext.getCurrentTopByBrowserId(browserId);
  const browser = context?.embedderElement;
  if (!browser) throw new Error('the document closed');
  const window = browser.documentGlobal.browsingContext.topChromeWindow;
  const tab = window.gBrowser?.getTabForBrowser(browser);
  ${body}
}`;

/** `(browserId)` → the address. */
export const URL_OF = withBrowser('return browser.currentURI.spec;');

/** `(browserId)` → a number that is another one for each document that is loaded there. */
export const DOCUMENT_ID = withBrowser('return context.currentWindowGlobal.innerWindowId;');

/** `(browserId, url)` starts to load an address. */
export const LOAD = withBrowser(`browser.fixupAndLoadURIString(values[0], {
  triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
});`);

/** `(browserId)` brings tab and window to the front. */
export const FRONT = withBrowser(`
  if (tab) window.gBrowser.selectedTab = tab;
  window.focus();
  // The keys of a sidebar that has no focus press no buttons.
  if (!tab) browser.focus();`);

/** `(browserId)` closes what holds the document. */
export const CLOSE = withBrowser(`
  const panel = browser.closest('panel');
  if (tab && window.gBrowser.tabs.length > 1) window.gBrowser.removeTab(tab);
  else if (tab) window.close();
  else if (panel) panel.hidePopup();
  else window.SidebarController.hide();`);

/** `(browserId, look)` shows the document with that look of driver.ts; reduced motion is a preference of the profile. */
export const LOOK = withBrowser(`
  const [{ colorScheme = 'none', hasForcedColors, zoom = 1 }] = values;
  context.prefersColorSchemeOverride = colorScheme;
  context.forcedColorsOverride = hasForcedColors ? 'active' : 'none';
  context.fullZoom = zoom;`);

/** `(browserId)` → a PNG of what the document shows, in base64. */
export const PICTURE = withBrowser(`
  const picture = await context.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  return ChromeUtils.base64URLEncode(bytes, { pad: true });`);

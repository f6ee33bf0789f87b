/** What a click on the menu tells about where it was. */
interface ClickedPlace {
  tabId: number | undefined;
  /** Of the tab, as far as the click lets us know it (`activeTab`). */
  url: string | undefined;
  frameId: number | undefined;
  /** Of the frame, where it is not the tab's own. */
  frameUrl: string | undefined;
}

/** The stores let no extension into their pages. */
const STORES = /^https:\/\/(chromewebstore\.google\.com|addons\.mozilla\.org)\//;

/**
 * Decides, from what a click tells at once, whether its page could have a card: the panel must be opened in
 * the click, or not at all. Pages of the browser, PDFs and the stores can't; frames of other origins neither,
 * since `activeTab` is for that of the tab.
 */
export function canHaveCard({
  tabId = -1,
  url = '',
  frameId = 0,
  frameUrl,
}: ClickedPlace): boolean {
  if (tabId < 0 || !isOrdinary(url)) return false;
  if (frameUrl === undefined || frameUrl === url) return true;
  if (!isOrdinary(frameUrl)) return false;
  // A page that has changed its own address is in the tab's frame still.
  return frameId === 0 || new URL(frameUrl).origin === new URL(url).origin;
}

function isOrdinary(url: string): boolean {
  if (!URL.canParse(url) || STORES.test(url)) return false;
  const { protocol, pathname } = new URL(url);
  return /^(https?|file):$/.test(protocol) && !/\.pdf$/i.test(pathname);
}

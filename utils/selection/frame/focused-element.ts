/**
 * What lets a script of an extension see into closed shadow roots, in Chromium. Not by
 * `utils/browser.ts`: the polyfill would go into the page with it.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/dom
 */
interface ChromiumWorld {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/** The same in Firefox. @see https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot */
interface FirefoxElement {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The element that has the focus, inside of shadow roots too, closed ones included. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  for (;;) {
    const inner = element && rootOf(element)?.activeElement;
    if (!inner) return element;
    element = inner;
  }
}

function rootOf(element: Element): ShadowRoot | null {
  const root = element.shadowRoot ?? (element as FirefoxElement).openOrClosedShadowRoot;
  if (root) return root;
  // Chromium throws for what is no HTML element.
  if (!(element instanceof HTMLElement)) return null;
  // oxlint-disable-next-line no-restricted-globals -- see above
  return (globalThis as ChromiumWorld).chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}

/** `(selector)` gives the document's own scripts the closed shadow root of an element. */
export const OPEN_CLOSED_ROOT = `(selector) => {
  const host = document.querySelector(selector);
  const root = host?.openOrClosedShadowRoot;
  if (!root) throw new Error(selector + ' has no shadow root');
  const value = root.wrappedJSObject ?? root;
  Object.defineProperty(host.wrappedJSObject ?? host, 'shadowRoot', { value, configurable: true });
}`;

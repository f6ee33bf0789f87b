/** CSS pixels to the edge of the view. */
const MARGIN = 8;

/**
 * Puts what is in the top layer under its anchor, or above it where there is no room below, and always within
 * the view. Not every browser that we support has anchor positioning.
 */
export function placeBeside(anchor: Element, shown: HTMLElement, gap = 4): void {
  const { top, bottom, left, right } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = shown;
  // Without the scrollbars.
  const { clientWidth, clientHeight } = document.documentElement;
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const x = isRtl
    ? Math.max(right - width, MARGIN)
    : Math.max(Math.min(left, clientWidth - width - MARGIN), MARGIN);
  const below = bottom + gap;
  const y = below + height <= clientHeight ? below : Math.max(top - gap - height, MARGIN);
  // In the document, not in the view: it scrolls with its anchor.
  shown.style.left = `${x + scrollX}px`;
  shown.style.top = `${y + scrollY}px`;
}

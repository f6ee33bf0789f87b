import { keepInside, movePlace, placeCard, topOf, type CardPlace } from './place-card';
import type { SelectionAnchor } from './selection-anchor';

/**
 * Keeps a card beside its selection while the page scrolls and the window changes, and inside the viewport;
 * where the person has moved it, there. Where scrolling leaves no room beside the selection, the card stays.
 *
 * @param rem the size that the person has chosen in the browser, in CSS pixels
 * @returns `undefined` where there is no room from the start
 */
export function keepInPlace(
  card: HTMLElement,
  { rectangle, isRightToLeft }: SelectionAnchor,
  rem: number,
) {
  /** Where the person has put it. */
  let own: CardPlace | undefined;
  let frame: number | undefined;
  // The window's size has the bars in it that a page scrolls by, under which an edge would be.
  const room = document.createElement('div');
  room.style.cssText = 'position: fixed; inset: 0; visibility: hidden';
  card.before(room);
  const standing = () => ({
    height: card.getBoundingClientRect().height,
    viewport: room.getBoundingClientRect(),
  });
  const beside = (viewport: DOMRect) =>
    placeCard({ viewport, selection: rectangle(), isRightToLeft, rem });
  const first = beside(standing().viewport);
  if (!first) return undefined;
  let place = first;
  const put = () => {
    frame = undefined;
    const { height, viewport } = standing();
    const free = own ? undefined : beside(viewport);
    place = free ?? keepInside({ place: own ?? place, height, viewport });
    const { left, width, top, bottom, maxHeight } = place;
    const px = (length: number | undefined) => (length === undefined ? 'auto' : `${length}px`);
    Object.assign(card.style, {
      zoom: String(1 / pageZoom(card)),
      width: px(width),
      left: px(left),
      top: px(top),
      bottom: px(bottom),
      maxHeight: px(maxHeight),
    });
  };
  const soon = () => {
    frame ??= requestAnimationFrame(put);
  };
  const moveBy = (by: { across: number; down: number }) => {
    const { height, viewport } = standing();
    const before = place;
    own = movePlace({ place: before, height, viewport }, by);
    put();
    return {
      across: own.left - before.left,
      down: topOf({ place: own, height, viewport }) - topOf({ place: before, height, viewport }),
    };
  };
  put();
  addEventListener('scroll', soon, { capture: true, passive: true });
  addEventListener('resize', soon);
  return {
    moveBy,
    end: () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      removeEventListener('scroll', soon, { capture: true });
      removeEventListener('resize', soon);
    },
  };
}

/** A page that zooms itself zooms what is in it, also in the top layer. */
function pageZoom(card: HTMLElement): number {
  const root = card.getRootNode();
  return (root instanceof ShadowRoot && root.host.currentCSSZoom) || 1;
}

import { cardWidth, placeCard } from './place-card';
import type { SelectionAnchor } from './selection-anchor';

/** Where a person has put a card: the place of its corner. */
interface OwnPlace {
  left: number;
  top: number;
}

/**
 * Keeps a card beside its selection while the page scrolls and the window changes, and inside the viewport;
 * where the person has moved it, there.
 */
export function keepInPlace(card: HTMLElement, { rectangle, isRightToLeft }: SelectionAnchor) {
  let own: OwnPlace | undefined;
  let frame: number | undefined;
  const put = () => {
    frame = undefined;
    const viewport = { width: innerWidth, height: innerHeight };
    const selection = rectangle();
    const place = own
      ? { ...own, maxHeight: viewport.height - own.top }
      : placeCard({ viewport, selection, isRightToLeft });
    const { left, top, bottom, maxHeight } = place;
    const px = (length: number | undefined) => (length === undefined ? 'auto' : `${length}px`);
    // A page that zooms itself zooms what is in it, also in the top layer.
    const zoom = 1 / (card.currentCSSZoom || 1);
    Object.assign(card.style, {
      zoom: String(zoom),
      width: px(cardWidth(viewport.width)),
      left: px(left),
      top: px(top),
      bottom: px(bottom),
      maxHeight: px(maxHeight),
    });
  };
  const soon = () => {
    frame ??= requestAnimationFrame(put);
  };
  const moveBy = (across: number, down: number) => {
    const { left, top, width, height } = card.getBoundingClientRect();
    const within = (at: number, room: number) => Math.max(0, Math.min(at, room));
    own = {
      left: within(left + across, innerWidth - width),
      top: within(top + down, innerHeight - height),
    };
    put();
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

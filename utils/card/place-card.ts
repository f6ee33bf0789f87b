/** A rectangle of the viewport, in CSS pixels. */
export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where a card stands, in CSS pixels of the viewport. One of `top` and `bottom` is set: the edge that stays as it grows. */
export interface CardPlace {
  left: number;
  top?: number;
  bottom?: number;
  maxHeight: number;
}

interface Space {
  viewport: { width: number; height: number };
  /** What is selected; `undefined` where nobody knows. */
  selection: Rectangle | undefined;
  /** The page reads from right to left there. */
  isRightToLeft: boolean;
}

/** Between the card and the selection, and between the card and the edges. */
const GAP = 8;
/** At 16 px to the em about 26 em. */
const WIDEST = 416;
const HIGHEST = 440;
/** Less shows no answer. */
const LEAST_HEIGHT = 160;
const LEAST_WIDTH = 240;

/** How wide a card is in a viewport. */
export function cardWidth(viewportWidth: number): number {
  return Math.min(WIDEST, viewportWidth - 2 * GAP);
}

/** Whether a card has room in a viewport at all. */
export function hasRoom({ width, height }: { width: number; height: number }): boolean {
  return width >= LEAST_WIDTH + 2 * GAP && height >= LEAST_HEIGHT + 2 * GAP;
}

/**
 * Finds a place next to the selection: below it, else above, else beside it, whole inside the viewport. By
 * the room there is and not by how high the card is now, so that it never changes sides as its answer grows.
 * Only a selection that leaves no room on any side is covered, at the corner where its end is.
 */
export function placeCard({ viewport, selection, isRightToLeft }: Space): CardPlace {
  const width = cardWidth(viewport.width);
  const atMost = (room: number) => Math.min(HIGHEST, room);
  const farthest = viewport.width - width - GAP;
  const inside = (left: number) => Math.max(GAP, Math.min(left, farthest));
  const highest = atMost(viewport.height - 2 * GAP);
  const corner = isRightToLeft ? GAP : farthest;
  if (!selection) return { left: corner, top: GAP, maxHeight: highest };
  const seen = visiblePart(selection, viewport);
  const left = inside(isRightToLeft ? seen.right - width : seen.left);
  const below = viewport.height - seen.bottom - 2 * GAP;
  const above = seen.top - 2 * GAP;
  if (below >= LEAST_HEIGHT && (below >= above || below >= HIGHEST / 2)) {
    return { left, top: seen.bottom + GAP, maxHeight: atMost(below) };
  }
  if (above >= LEAST_HEIGHT) {
    return { left, bottom: viewport.height - seen.top + GAP, maxHeight: atMost(above) };
  }
  const besides = [seen.right + GAP, seen.left - GAP - width];
  if (isRightToLeft) besides.reverse();
  const beside = besides.find((at) => at >= GAP && at <= farthest);
  if (beside !== undefined) {
    const top = Math.min(Math.max(GAP, seen.top), viewport.height - highest - GAP);
    return { left: beside, top, maxHeight: highest };
  }
  return { left: corner, bottom: GAP, maxHeight: atMost(viewport.height / 2) };
}

/** Where a card stands and how high it is, in a viewport. */
interface Standing {
  place: CardPlace;
  height: number;
  viewport: Space['viewport'];
}

/**
 * Moves a card, in the viewport. It never grows by that; in the lower half of the viewport it grows upwards
 * from then on, where there is room.
 */
export function movePlace(
  { place, height, viewport }: Standing,
  by: { across: number; down: number },
): CardPlace {
  const top = Math.max(
    0,
    Math.min(topOf({ place, height, viewport }) + by.down, viewport.height - height),
  );
  const isLow = top + height / 2 > viewport.height / 2;
  const edge = isLow ? { bottom: viewport.height - top - height } : { top };
  return keepInside({
    place: { left: place.left + by.across, maxHeight: place.maxHeight, ...edge },
    height,
    viewport,
  });
}

/** The same place, but inside a viewport that has changed. */
export function keepInside({ place, height, viewport }: Standing): CardPlace {
  const within = (at: number, end: number) => Math.max(0, Math.min(at, end));
  const highest = viewport.height - Math.min(height, viewport.height);
  const at = within(place.top ?? place.bottom ?? 0, highest);
  return {
    left: within(place.left, viewport.width - cardWidth(viewport.width)),
    ...(place.top === undefined ? { bottom: at } : { top: at }),
    maxHeight: Math.min(place.maxHeight, viewport.height - at),
  };
}

/** Where its upper edge is. */
export function topOf({ place, height, viewport }: Standing): number {
  return place.top ?? viewport.height - (place.bottom ?? 0) - height;
}

/** What of it is in the viewport; where it is scrolled away, the edge it went over. */
function visiblePart(
  { left, top, right, bottom }: Rectangle,
  { width, height }: Space['viewport'],
) {
  const within = (at: number, end: number) => Math.max(0, Math.min(at, end));
  return {
    left: within(left, width),
    right: within(right, width),
    top: within(top, height),
    bottom: within(bottom, height),
  };
}

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
  width: number;
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
  /** The size that the person has chosen in the browser, in CSS pixels. */
  rem: number;
}

/** Between the card and the selection, and between the card and the edges. */
const GAP = 8;

// The rest in `rem`, as all in the card grows with it.
const WIDEST = 26;
const LEAST_WIDTH = 15;
const HIGHEST = 27.5;
/** Beside the bar, two lines on how it stands and the buttons, five lines of the answer. */
const LEAST_HEIGHT = 15;

/**
 * Finds a place next to the selection: below it, else above, else beside it, whole inside the viewport. By
 * the room there is and not by how high the card is now, so that it never changes sides as its answer grows.
 *
 * @returns `undefined` where no side has room for it
 */
export function placeCard({
  viewport,
  selection,
  isRightToLeft,
  rem,
}: Space): CardPlace | undefined {
  const within = (room: { width: number; height: number }) => {
    if (room.width < LEAST_WIDTH * rem || room.height < LEAST_HEIGHT * rem) return undefined;
    const width = Math.min(WIDEST * rem, room.width);
    return { width, maxHeight: Math.min(HIGHEST * rem, room.height) };
  };
  const room = { width: viewport.width - 2 * GAP, height: viewport.height - 2 * GAP };
  const whole = within(room);
  if (!whole) return undefined;
  const farthest = viewport.width - whole.width - GAP;
  if (!selection) return { left: isRightToLeft ? GAP : farthest, top: GAP, ...whole };

  const seen = visiblePart(selection, viewport);
  const start = isRightToLeft ? seen.right - whole.width : seen.left;
  const left = Math.max(GAP, Math.min(start, farthest));
  const height = { below: room.height - seen.bottom, above: seen.top - 2 * GAP };
  const below = within({ ...room, height: height.below });
  const isAsGood = height.below >= Math.min(height.above, (HIGHEST * rem) / 2);
  if (below && isAsGood) return { left, top: seen.bottom + GAP, ...below };
  const above = within({ ...room, height: height.above });
  if (above) return { left, bottom: viewport.height - seen.top + GAP, ...above };

  const after = within({ ...room, width: room.width - seen.right });
  const before = within({ ...room, width: seen.left - 2 * GAP });
  const top = Math.max(GAP, Math.min(seen.top, viewport.height - whole.maxHeight - GAP));
  const besides = [
    after && { left: seen.right + GAP, top, ...after },
    before && { left: seen.left - GAP - before.width, top, ...before },
  ];
  if (isRightToLeft) besides.reverse();
  return besides.find((place) => place !== undefined);
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
    place: {
      left: place.left + by.across,
      width: place.width,
      maxHeight: place.maxHeight,
      ...edge,
    },
    height,
    viewport,
  });
}

/** The same place, but inside a viewport that has changed. */
export function keepInside({ place, height, viewport }: Standing): CardPlace {
  const within = (at: number, end: number) => Math.max(0, Math.min(at, end));
  const highest = viewport.height - Math.min(height, viewport.height);
  const at = within(place.top ?? place.bottom ?? 0, highest);
  const width = Math.min(place.width, viewport.width);
  return {
    left: within(place.left, viewport.width - width),
    width,
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

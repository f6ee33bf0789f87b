// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { keepInside, movePlace, placeCard, type Rectangle } from '@/utils/card/place-card';

const DESKTOP = { width: 1200, height: 800 };
const LAPTOP = { width: 1280, height: 700 };

interface Where {
  isRightToLeft?: boolean;
  /** In CSS pixels. */
  rem?: number;
}

const place = (viewport: typeof DESKTOP, selection?: Rectangle, where: Where = {}) =>
  placeCard({ viewport, selection, isRightToLeft: false, rem: 16, ...where });

/** The most that a card can take up where it is placed; `undefined` where it has no place. */
function taken(
  viewport: typeof DESKTOP,
  selection?: Rectangle,
  where?: Where,
): Rectangle | undefined {
  const found = place(viewport, selection, where);
  if (!found) return undefined;
  const { left, width, top, bottom, maxHeight } = found;
  const start = top ?? viewport.height - (bottom ?? 0) - maxHeight;
  return { left, top: start, right: left + width, bottom: start + maxHeight };
}

function meet(one: Rectangle, other: Rectangle): boolean {
  return (
    one.left < other.right &&
    one.right > other.left &&
    one.top < other.bottom &&
    one.bottom > other.top
  );
}

const box = (left: number, top: number, width: number, height: number): Rectangle => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('placeCard', () => {
  it('stands below the selection, at its beginning', () => {
    expect(place(DESKTOP, box(300, 100, 500, 40))).toEqual({
      left: 300,
      width: 416,
      top: 148,
      maxHeight: 440,
    });
  });

  it('stands at the other end where the page reads from right to left', () => {
    expect(taken(DESKTOP, box(300, 100, 500, 40), { isRightToLeft: true })?.right).toBe(800);
  });

  it('goes above a selection at the end of the viewport, and grows upwards', () => {
    expect(place(DESKTOP, box(300, 700, 500, 40))).toEqual({
      left: 300,
      width: 416,
      bottom: 108,
      maxHeight: 440,
    });
  });

  it('goes beside a selection as high as the viewport', () => {
    expect(taken(DESKTOP, box(100, -50, 300, 2000))?.left).toBe(408);
    expect(taken(DESKTOP, box(700, -50, 480, 2000))?.right).toBe(692);
  });

  it('is narrower beside a column in the middle of the page, on the side where lines go on', () => {
    const column = box(290, 60, 700, 580);
    expect(taken(LAPTOP, column)).toMatchObject({ left: 998, right: 1272 });
    expect(taken(LAPTOP, column, { isRightToLeft: true })).toMatchObject({ left: 8, right: 282 });
  });

  it('has room to show an answer, or no place', () => {
    const below = (height: number, rem: number) =>
      place(LAPTOP, box(0, 0, 1280, LAPTOP.height - height), { rem });
    expect(below(240 + 16, 16)).toMatchObject({ maxHeight: 240 });
    expect(below(239 + 16, 16)).toBeUndefined();
    expect(below(240 + 16, 20)).toBeUndefined();
    expect(below(300 + 16, 20)).toMatchObject({ maxHeight: 300, width: 520 });
  });

  it('has no place on what is selected', () => {
    expect(place(DESKTOP, box(0, -50, 1200, 2000))).toBeUndefined();
    expect(place({ width: 640, height: 330 }, box(20, 150, 600, 22))).toBeUndefined();
  });

  it('has no place in a frame that is too small', () => {
    expect(place({ width: 260, height: 260 })).toBeDefined();
    expect(place({ width: 200, height: 600 })).toBeUndefined();
    expect(place({ width: 728, height: 90 }, box(0, 0, 20, 20))).toBeUndefined();
  });

  it('stays in a corner where nobody knows what is selected', () => {
    expect(taken(DESKTOP)).toMatchObject({ right: 1192, top: 8 });
  });

  it('stays at the edge that its selection was scrolled over', () => {
    expect(taken(DESKTOP, box(300, -900, 500, 40))?.top).toBe(8);
    expect(taken(DESKTOP, box(300, 2000, 500, 40))?.bottom).toBe(792);
  });

  it('is inside the viewport wherever the selection is, and never over it', () => {
    const sizes = [
      [120, 20],
      [700, 22],
      [300, 400],
      [700, 580],
      [1100, 300],
    ] as const;
    const viewports = [DESKTOP, LAPTOP, { width: 360, height: 640 }, { width: 640, height: 330 }];
    let shown = 0;
    for (const viewport of viewports) {
      for (const isRightToLeft of [false, true]) {
        for (const [width, height] of sizes) {
          for (let left = -100; left <= viewport.width; left += 37) {
            for (let top = -100; top <= viewport.height; top += 37) {
              const selection = box(left, top, width, height);
              const card = taken(viewport, selection, { isRightToLeft });
              if (!card) continue;
              shown += 1;
              const isFine =
                !meet(card, selection) &&
                card.left >= 8 &&
                card.top >= 8 &&
                card.right <= viewport.width - 8 &&
                card.bottom <= viewport.height - 8;
              expect(isFine, JSON.stringify({ viewport, selection, card })).toBe(true);
            }
          }
        }
      }
    }
    expect(shown).toBeGreaterThan(5_000);
  });
});

describe('a card that the person moves', () => {
  const viewport = DESKTOP;
  const at = { left: 300, width: 416, top: 148, maxHeight: 440 };

  it('goes as far as it is moved, and is as high as before', () => {
    const moved = movePlace({ place: at, height: 440, viewport }, { across: -40, down: 20 });
    expect(moved).toEqual({ left: 260, width: 416, top: 168, maxHeight: 440 });
  });

  it.each([
    [
      { across: -5000, down: -5000 },
      { left: 0, top: 0 },
    ],
    [
      { across: 5000, down: 5000 },
      { left: 1200 - 416, bottom: 0 },
    ],
  ])('never leaves the viewport', (by, edges) => {
    for (const height of [90, 440]) {
      expect(movePlace({ place: at, height, viewport }, by)).toMatchObject(edges);
    }
  });

  it('grows upwards from the lower half, where a short one would have no room', () => {
    const moved = movePlace({ place: at, height: 90, viewport }, { across: 0, down: 5000 });
    expect(moved).toEqual({ left: 300, width: 416, bottom: 0, maxHeight: 440 });
  });

  it('comes back into a viewport that has become smaller', () => {
    const far = { left: 780, width: 416, top: 700, maxHeight: 440 };
    const small = { width: 640, height: 400 };
    expect(keepInside({ place: far, height: 300, viewport: small })).toEqual({
      left: 640 - 416,
      width: 416,
      top: 100,
      maxHeight: 300,
    });
    expect(keepInside({ place: far, height: 440, viewport: small })).toMatchObject({
      top: 0,
      maxHeight: 400,
    });
  });
});

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  cardWidth,
  hasRoom,
  keepInside,
  movePlace,
  placeCard,
  type Rectangle,
} from '@/utils/card/place-card';

const DESKTOP = { width: 1200, height: 800 };

/** The most that a card can take up where it is placed. */
function taken(viewport: typeof DESKTOP, selection?: Rectangle, isRightToLeft = false): Rectangle {
  const { left, top, bottom, maxHeight } = placeCard({ viewport, selection, isRightToLeft });
  const start = top ?? viewport.height - (bottom ?? 0) - maxHeight;
  return { left, top: start, right: left + cardWidth(viewport.width), bottom: start + maxHeight };
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
    const place = placeCard({
      viewport: DESKTOP,
      selection: box(300, 100, 500, 40),
      isRightToLeft: false,
    });
    expect(place).toEqual({ left: 300, top: 148, maxHeight: 440 });
  });

  it('stands at the other end where the page reads from right to left', () => {
    const { left } = placeCard({
      viewport: DESKTOP,
      selection: box(300, 100, 500, 40),
      isRightToLeft: true,
    });
    expect(left + cardWidth(DESKTOP.width)).toBe(800);
  });

  it('goes above a selection at the end of the viewport, and grows upwards', () => {
    const place = placeCard({
      viewport: DESKTOP,
      selection: box(300, 700, 500, 40),
      isRightToLeft: false,
    });
    expect(place).toEqual({ left: 300, bottom: 108, maxHeight: 440 });
  });

  it('goes beside a selection as high as the viewport', () => {
    expect(taken(DESKTOP, box(100, -50, 300, 2000)).left).toBe(408);
    expect(taken(DESKTOP, box(700, -50, 480, 2000)).right).toBe(692);
  });

  it('stays in a corner where a selection leaves no room, or nobody knows where it is', () => {
    expect(taken(DESKTOP, box(0, -50, 1200, 2000))).toMatchObject({ right: 1192, bottom: 792 });
    expect(taken(DESKTOP)).toMatchObject({ right: 1192, top: 8 });
  });

  it('stays at the edge that its selection was scrolled over', () => {
    expect(taken(DESKTOP, box(300, -900, 500, 40)).top).toBe(8);
    expect(taken(DESKTOP, box(300, 2000, 500, 40)).bottom).toBe(792);
  });

  it('is inside the viewport wherever the selection is, and never over it where there is room', () => {
    for (const viewport of [DESKTOP, { width: 360, height: 640 }, { width: 300, height: 400 }]) {
      for (const isRightToLeft of [false, true]) {
        for (let left = -100; left <= viewport.width; left += 37) {
          for (let top = -100; top <= viewport.height; top += 37) {
            const selection = box(left, top, 120, 20);
            const card = taken(viewport, selection, isRightToLeft);
            expect(meet(card, selection), JSON.stringify({ viewport, selection, card })).toBe(
              false,
            );
            expect(card.left).toBeGreaterThanOrEqual(8);
            expect(card.top).toBeGreaterThanOrEqual(8);
            expect(card.right).toBeLessThanOrEqual(viewport.width - 8);
            expect(card.bottom).toBeLessThanOrEqual(viewport.height - 8);
          }
        }
      }
    }
  });
});

describe('hasRoom', () => {
  it('asks for as much as shows an answer', () => {
    expect(hasRoom({ width: 300, height: 250 })).toBe(true);
    expect(hasRoom({ width: 200, height: 600 })).toBe(false);
    expect(hasRoom({ width: 728, height: 90 })).toBe(false);
  });
});

describe('a card that the person moves', () => {
  const viewport = DESKTOP;
  const place = { left: 300, top: 148, maxHeight: 440 };

  it('goes as far as it is moved, and is as high as before', () => {
    const moved = movePlace({ place, height: 440, viewport }, { across: -40, down: 20 });
    expect(moved).toEqual({ left: 260, top: 168, maxHeight: 440 });
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
      expect(movePlace({ place, height, viewport }, by)).toMatchObject(edges);
    }
  });

  it('grows upwards from the lower half, where a short one would have no room', () => {
    const moved = movePlace({ place, height: 90, viewport }, { across: 0, down: 5000 });
    expect(moved).toEqual({ left: 300, bottom: 0, maxHeight: 440 });
  });

  it('comes back into a viewport that has become smaller', () => {
    const far = { left: 780, top: 700, maxHeight: 440 };
    const small = { width: 640, height: 400 };
    expect(keepInside({ place: far, height: 300, viewport: small })).toEqual({
      left: 640 - 416,
      top: 100,
      maxHeight: 300,
    });
    expect(keepInside({ place: far, height: 440, viewport: small })).toMatchObject({
      top: 0,
      maxHeight: 400,
    });
  });
});

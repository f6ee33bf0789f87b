import { useRef } from 'preact/hooks';
import type { TargetedPointerEvent } from 'preact';

/** In CSS pixels. */
export interface Distance {
  across: number;
  down: number;
}

/** How far an arrow moves, in CSS pixels; with Shift further. */
const STEP = 16;
const LONG_STEP = 64;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Moves something by the pointer on its bar, and by the arrow keys on its handle.
 *
 * @param moveBy gives how far it went, so that a pointer that leaves it behind finds it where it was
 */
export function useMoving(moveBy: (by: Distance) => Distance) {
  const last = useRef<{ x: number; y: number } | undefined>(undefined);
  const letGo = () => {
    last.current = undefined;
  };
  return {
    bar: {
      onPointerDown: (event: TargetedPointerEvent<HTMLElement>) => {
        const isOnControl = (event.target as Element).closest('button:not([data-moves])') !== null;
        if (isOnControl || event.button !== 0) return;
        last.current = { x: event.clientX, y: event.clientY };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: ({ clientX: x, clientY: y }: PointerEvent) => {
        if (!last.current) return;
        const from = last.current;
        const { across, down } = moveBy({ across: x - from.x, down: y - from.y });
        last.current = { x: from.x + across, y: from.y + down };
      },
      onLostPointerCapture: letGo,
    },
    handle: {
      onKeyDown: (event: KeyboardEvent) => {
        const arrow = ARROWS[event.key];
        if (!arrow) return;
        event.preventDefault();
        const step = event.shiftKey ? LONG_STEP : STEP;
        moveBy({ across: arrow[0] * step, down: arrow[1] * step });
      },
    },
  };
}

import { useRef } from 'preact/hooks';
import type { TargetedPointerEvent } from 'preact';

/** How far an arrow moves, in CSS pixels; with Shift further. */
const STEP = 16;
const LONG_STEP = 64;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves something by the pointer on its bar, and by the arrow keys on its handle. */
export function useMoving(moveBy: (across: number, down: number) => void) {
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
        moveBy(x - last.current.x, y - last.current.y);
        last.current = { x, y };
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
    },
    handle: {
      onKeyDown: (event: KeyboardEvent) => {
        const arrow = ARROWS[event.key];
        if (!arrow) return;
        event.preventDefault();
        const step = event.shiftKey ? LONG_STEP : STEP;
        moveBy(arrow[0] * step, arrow[1] * step);
      },
    },
  };
}

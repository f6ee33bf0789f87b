import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { placeBeside } from './place-beside';

/** Shows a `popover="manual"` beside its anchor, above everything else on the page, while it is open. */
export function useTopLayer(
  isOpen: boolean,
  anchor: RefObject<Element | null>,
  popover: RefObject<HTMLElement | null>,
  gap?: number,
): void {
  useLayoutEffect(() => {
    const { current: shown } = popover;
    if (!isOpen || !shown || !anchor.current) return;
    shown.showPopover();
    placeBeside(anchor.current, shown, gap);
    return () => shown.hidePopover();
  }, [isOpen]);
}

import type { Rectangle } from './place-card';

/** What a card stands beside. */
export interface SelectionAnchor {
  /** Where it is now; where it was, when the page has taken it away. `undefined` where nobody knows. */
  rectangle: () => Rectangle | undefined;
  /** The page reads from right to left there. */
  isRightToLeft: boolean;
  /** What a card must be put into, to be above the page and reachable: a modal dialog makes all else inert. */
  container: Element;
}

/** Finds what is selected in this frame: a part of the page, or the field that has the focus. Changes nothing. */
export function selectionAnchor(): SelectionAnchor {
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
  const node = range?.commonAncestorContainer;
  const element =
    node instanceof Element ? node : (node?.parentElement ?? document.documentElement);
  const focused = document.activeElement;
  const isInField = focused?.matches('input, textarea') ?? false;
  const measured = isInField ? focused : range;
  let last: Rectangle | undefined;
  return {
    rectangle: () => {
      const { left, top, right, bottom } = measured?.getBoundingClientRect() ?? new DOMRect();
      if (right > left || bottom > top) last = { left, top, right, bottom };
      return last;
    },
    isRightToLeft: getComputedStyle(element).direction === 'rtl',
    container: element.closest('dialog:modal') ?? document.documentElement,
  };
}

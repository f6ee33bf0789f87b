/** Below this a person would not see that something is there. */
const LEAST_OPACITY = 0.6;
/** Where a card is looked at, in parts of its width and height. */
const SPOTS = [0.06, 0.5, 0.94];

/**
 * Whether something of the page is over a card, or lets it be seen through: another element at one of its
 * spots, one that came into the top layer after it and lets clicks pass, or what it stands in is faint.
 *
 * @param host what the page has of the card
 * @param card what is drawn, inside of its closed root
 * @param before what was in the top layer when it opened
 */
export function isCovered(host: Element, card: Element, before: ReadonlySet<Element>): boolean {
  const box = card.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return true;
  for (let around = host.parentElement; around; around = around.parentElement) {
    if (Number(getComputedStyle(around).opacity) < LEAST_OPACITY) return true;
  }
  const isHidden = SPOTS.some((across) =>
    SPOTS.some((down) => {
      const spot = document.elementFromPoint(
        box.left + across * box.width,
        box.top + down * box.height,
      );
      return spot !== null && spot !== host;
    }),
  );
  return (
    isHidden || [...topLayer()].some((one) => one !== host && !before.has(one) && meet(one, box))
  );
}

/** What stands in the top layer now; not what a closed root of the page has there. */
export function topLayer(): ReadonlySet<Element> {
  return new Set(document.querySelectorAll(':popover-open, :modal, :fullscreen'));
}

function meet(element: Element, box: DOMRect): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
}

import type { CardHost } from './card-host';
import { isCovered, topLayer } from './is-covered';

/** How often a card looks whether it is seen: a page can cover it without any change to it. Milliseconds. */
const EVERY_MS = 500;
/** A page's own entrance effects pass; what stays is meant. */
const TIMES = 2;

/**
 * Calls back once when the page changes, moves, hides or covers a card. Covered is only what stays covered:
 * menus and hints of the page pass over it for a moment.
 *
 * @returns what ends the watch
 */
export function watchTampering(
  { element }: CardHost,
  card: Element,
  onTampering: () => void,
): () => void {
  const parent = element.parentNode;
  const before = topLayer();
  let covered = 0;
  const end = () => {
    clearInterval(timer);
    changes.disconnect();
    element.removeEventListener('toggle', look);
  };
  const tell = () => {
    end();
    onTampering();
  };
  const look = () => {
    if (!element.matches(':popover-open') || element.parentNode !== parent) tell();
  };
  const changes = new MutationObserver((records) => {
    if (records.some(({ target }) => target === element)) tell();
    else look();
  });
  changes.observe(element, { attributes: true, childList: true });
  if (parent) changes.observe(parent, { childList: true });
  element.addEventListener('toggle', look);
  const timer = setInterval(() => {
    covered = isCovered(element, card, before) ? covered + 1 : 0;
    if (covered >= TIMES) tell();
  }, EVERY_MS);
  return end;
}

import type { CardHost } from './card-host';
import { isCovered, topLayer } from './is-covered';

/** What a page could make, or have a person do without seeing it. */
const ACTED_ON = ['click', 'pointerdown', 'keydown'] as const;

/**
 * Lets nothing through to a card but what a person does and sees: made events end here, and what meets a
 * card that is covered closes it. Keys pressed in it are not the page's. Escape closes it from anywhere.
 *
 * @returns what ends the guard
 */
export function guardEvents(
  { element, root }: CardHost,
  card: Element,
  close: () => void,
): () => void {
  const before = topLayer();
  const guard = (event: Event) => {
    const isSeen = event.isTrusted && !isCovered(element, card, before);
    if (isSeen) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (event.isTrusted) close();
  };
  const keep = (event: Event) => event.stopPropagation();
  const closeByKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return;
    if (document.activeElement === element) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
    close();
  };
  for (const type of ACTED_ON) root.addEventListener(type, guard, { capture: true });
  for (const type of ['keydown', 'keyup', 'keypress']) root.addEventListener(type, keep);
  addEventListener('keydown', closeByKey, { capture: true });
  return () => removeEventListener('keydown', closeByKey, { capture: true });
}

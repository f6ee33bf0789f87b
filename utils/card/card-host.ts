/** What a page has of a card: an empty element of no size, in the top layer, with a closed root. */
export interface CardHost {
  element: HTMLElement;
  root: ShadowRoot;
}

/**
 * Puts the host into the page. Its styles are those of its root and are important, which wins over all that a
 * page can say of it; the top layer is above every `z-index` and free of what surrounds the host.
 *
 * @returns `undefined` where the page lets no popover open
 */
export function attachHost(container: Element): CardHost | undefined {
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'closed' });
  element.popover = 'manual';
  container.append(element);
  try {
    element.showPopover();
  } catch {
    // A document that is not shown.
  }
  if (element.matches(':popover-open')) return { element, root };
  element.remove();
  return undefined;
}

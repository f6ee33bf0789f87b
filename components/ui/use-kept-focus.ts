import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus inside an element whose focused control goes away or is disabled by a render of the
 * calling component. The element itself gets it where it has a `tabIndex`, so that a second press of
 * the same key does nothing; otherwise the first control that is left.
 */
export function useKeptFocus<Container extends HTMLElement>() {
  const container = useRef<Container>(null);
  // Rendering comes before the document changes.
  const hadFocus = container.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const { current } = container;
    if (!hadFocus || !current || holdsFocus(current)) return;
    const target = current.hasAttribute('tabindex') ? current : current.querySelector(CONTROLS);
    if (target instanceof HTMLElement) target.focus();
  });
  return container;
}

const CONTROLS = 'button:not([disabled]), input:not([disabled]), a[href]';

function holdsFocus(container: Element): boolean {
  const focused = document.activeElement;
  return container.contains(focused) && !focused?.hasAttribute('disabled');
}

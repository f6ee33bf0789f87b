import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { placeAt } from './places';
import { currentAddress, loadAddressedPlace } from './place-views';

/**
 * Follows the page's address. What it names gets the focus, at once and whenever that changes, on its
 * heading; a page that is opened without an address leaves the focus where it is.
 *
 * @returns the address without its `#`, once what it names is loaded
 */
export function useAddress(): string {
  const address = useSignal(currentAddress());
  const isOpened = useRef(false);
  useEffect(() => {
    const follow = async () => {
      const next = await loadAddressedPlace();
      // Another may have followed meanwhile.
      if (next === currentAddress()) address.value = next;
    };
    const onChange = () => void follow();
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  useEffect(() => {
    if (isOpened.current || address.value !== '') goTo(address.value);
    isOpened.current = true;
  }, [address.value]);
  return address.value;
}

function goTo(address: string): void {
  const section = document.getElementById(address) ?? document.getElementById(placeAt(address));
  const heading = section?.querySelector<HTMLElement>('h1, h2, h3');
  if (!section || !heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  // The navigation may stand above the place, and stays in sight with it.
  if (heading.tagName === 'H1') scrollTo(0, 0);
  else section.scrollIntoView();
}

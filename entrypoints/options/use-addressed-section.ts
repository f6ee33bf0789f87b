import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/**
 * Goes to the section that the page's address names, at once and whenever that changes: scrolls to it
 * and gives its heading the focus.
 *
 * @returns its id; empty when none is named
 */
export function useAddressedSection(): string {
  const id = useSignal(location.hash.slice(1));
  useEffect(() => {
    const follow = () => {
      id.value = location.hash.slice(1);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => goTo(id.value), [id.value]);
  return id.value;
}

function goTo(id: string): void {
  const section = document.getElementById(id);
  const heading = section?.querySelector('h2');
  if (!section || !heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  section.scrollIntoView();
}

import { BrowserShortcutsSection } from './browser-shortcuts-section';
import { PageKeysSection } from './page-keys-section';
import { PinSection } from './pin-section';

/** What the keyboard does, and how the button stays in sight. */
export function ShortcutsPlace() {
  return (
    <>
      <BrowserShortcutsSection />
      <PageKeysSection />
      <PinSection />
    </>
  );
}

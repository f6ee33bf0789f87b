import { i18n } from '#i18n';
import { isChromium } from '@/utils/surfaces/shortcuts';

/** How the toolbar keeps our button in sight, in the words of this browser. */
export function PinSection() {
  return (
    <section>
      <h2>{i18n.t('shortcuts.pin')}</h2>
      <p>{isChromium() ? i18n.t('shortcuts.pinInChromium') : i18n.t('shortcuts.pinInFirefox')}</p>
    </section>
  );
}

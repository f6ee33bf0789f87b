import { i18n } from '#i18n';
import { isChromium } from './shortcuts';

/** How the toolbar keeps our button in sight, in the words of this browser. */
export function pinWords(): string {
  return isChromium() ? i18n.t('shortcuts.pinInChromium') : i18n.t('shortcuts.pinInFirefox');
}

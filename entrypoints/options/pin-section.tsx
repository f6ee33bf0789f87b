import { i18n } from '#i18n';
import { pinWords } from '@/utils/surfaces/pin-words';

/** How the toolbar keeps our button in sight. */
export function PinSection() {
  return (
    <section>
      <h2>{i18n.t('shortcuts.pin')}</h2>
      <p>{pinWords()}</p>
    </section>
  );
}

import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useSaving } from '@/components/ui/use-saving';
import { NOBODY } from '@/utils/account/account-settings';
import { request } from '@/utils/messaging/request-client';
import type { AppModel } from '@/utils/state/app-model';

/** What of a text never leaves this computer. */
export function MasksSection({ app }: { app: AppModel }) {
  const saving = useSaving();
  const hint = useId();
  const { masks = false } = app.settings.value;
  const set = (isOn: boolean) => {
    const sub = app.inUse.value?.sub ?? NOBODY;
    void saving.attempt(request('settings.change', { sub, change: { masks: isOn || null } }));
  };
  return (
    <section id="masks">
      <h2>{i18n.t('options.masks')}</h2>
      <RequestFailure error={saving.error} />
      <label class="choice">
        <input
          type="checkbox"
          checked={masks}
          aria-describedby={hint}
          onChange={(event) => set(event.currentTarget.checked)}
        />{' '}
        {i18n.t('language.masks')}
      </label>
      <p id={hint} class="hint">
        {i18n.t('language.masksHint')}
      </p>
    </section>
  );
}

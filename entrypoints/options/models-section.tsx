import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useSaving } from '@/components/ui/use-saving';
import type { AppModel } from '@/utils/state/app-model';
import { ModelSettings } from './model-settings';

/** Which model does what, and who may serve it. */
export function ModelsSection({ app }: { app: AppModel }) {
  const account = app.inUse.value;
  const saving = useSaving();
  return (
    <section>
      <h2>{i18n.t('options.actionModels')}</h2>
      <RequestFailure error={saving.error} />
      {account ? (
        <ModelSettings key={account.sub} app={app} sub={account.sub} saving={saving} />
      ) : (
        <p class="hint">{i18n.t('model.signedOut')}</p>
      )}
    </section>
  );
}

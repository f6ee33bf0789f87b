import { i18n } from '#i18n';
import { RequestFailure } from '@/components/ui/request-failure';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import type { AppModel } from '@/utils/state/app-model';
import { ModelSettings } from './model-settings';

/** Which model does what, and who may serve it. */
export function ModelsSection({ app }: { app: AppModel }) {
  const account = app.inUse.value;
  const failure = useRequestFailure();
  return (
    <section id="models">
      <h2>{i18n.t('model.title')}</h2>
      <RequestFailure error={failure.error} />
      {account ? (
        <ModelSettings key={account.sub} app={app} sub={account.sub} failure={failure} />
      ) : (
        <p class="hint">{i18n.t('model.signedOut')}</p>
      )}
    </section>
  );
}

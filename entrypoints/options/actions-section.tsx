import { i18n } from '#i18n';
import { PageLink } from '@/components/ui/page-link';
import { ACTION_IDS } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';
import type { AppModel } from '@/utils/state/app-model';

/** The six actions, each with the model that its next run uses. */
export function ActionsSection({ app }: { app: AppModel }) {
  return (
    <section>
      <h2>{i18n.t('options.actionModels')}</h2>
      <dl class="facts">
        {ACTION_IDS.map((id) => {
          const { model, endpoint } = app.chosen(id);
          return (
            <div key={id}>
              <dt>{actionTitle(id)}</dt>
              <dd>
                <span class="model-id">{model?.id ?? i18n.t('model.loading')}</span>{' '}
                {endpoint && (
                  <span class="hint">{i18n.t('endpoint.at', { name: endpoint.name })}</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p class="row">
        <PageLink href="/options.html#models">{i18n.t('options.chooseModels')}</PageLink>
      </p>
    </section>
  );
}

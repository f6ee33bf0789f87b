import { i18n } from '#i18n';
import { ModelPicker } from '@/components/model/model-picker';
import { PageLink } from '@/components/ui/page-link';
import type { useRequestFailure } from '@/components/ui/use-request-failure';
import { NOBODY } from '@/utils/account/account-settings';
import { ACTION_IDS } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';
import { formatList } from '@/utils/format/lists';
import { request } from '@/utils/messaging/request-client';
import { withModel } from '@/utils/models/choice-for';
import { defaultModel } from '@/utils/models/default-model';
import type { AppModel } from '@/utils/state/app-model';

/** The model of all actions that have none of their own, and where there is more to choose. */
export function ModelChoice(props: {
  app: AppModel;
  failure: ReturnType<typeof useRequestFailure>;
}) {
  const { app, failure } = props;
  const { choices, favourites = [] } = app.settings.value;
  const model = app.model.value;
  const listed = app.catalogue.value?.models;
  const isUnserved = app.privateModels.value.some(
    ({ id, liveProviders }) => id === model?.id && liveProviders === 0,
  );
  const others = ACTION_IDS.filter((action) => choices?.[action]);
  const choose = (id: string) => {
    const sub = app.inUse.value?.sub ?? NOBODY;
    const change = { choices: { default: withModel(choices?.default, id) } };
    void failure.attempt(request('settings.change', { sub, change }));
  };
  return (
    <>
      <ModelPicker
        models={listed && [...listed, ...app.privateModels.value]}
        model={model}
        recommendedId={defaultModel(listed ?? [])?.id}
        favourites={favourites}
        onChoose={choose}
      />
      {isUnserved && <p class="hint">{i18n.t('model.unserved')}</p>}
      <p class="hint row">
        {others.length > 0 && (
          <span>{i18n.t('model.ownFor', { actions: formatList(others.map(actionTitle)) })}</span>
        )}
        <PageLink href="/options.html#models">{i18n.t('model.all')}</PageLink>
      </p>
    </>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { EndpointModelsGroup } from '@/components/endpoint/endpoint-models-group';
import { AllModels } from '@/components/model/all-models';
import { AllowedProviders } from '@/components/model/allowed-providers';
import { ModelChoiceRow } from '@/components/model/model-choice-row';
import type { useSaving } from '@/components/ui/use-saving';
import { CHOICE_KEYS, type ChoiceKey, type SettingsChange } from '@/utils/account/account-settings';
import { actionTitle } from '@/utils/actions/action-title';
import { endpointModels } from '@/utils/endpoints/endpoint-models';
import { request } from '@/utils/messaging/request-client';
import { withModel } from '@/utils/models/choice-for';
import { defaultModel } from '@/utils/models/default-model';
import type { ModelChoice } from '@/utils/models/model-choice';
import type { AppModel } from '@/utils/state/app-model';

/** The models of an account. Another account needs another of these: use its `sub` as the key. */
export function ModelSettings(props: {
  app: AppModel;
  sub: string;
  saving: ReturnType<typeof useSaving>;
}) {
  const { app, sub, saving } = props;
  const { choices = {}, favourites = [], providers } = app.settings.value;
  const open = useSignal<ChoiceKey | undefined>(undefined);
  const listed = app.catalogue.value?.models ?? [];
  const models = [...listed, ...app.privateModels.value];
  const ownModels = endpointModels(app.endpoints.value, app.configuration.value);
  const recommendedId = defaultModel(listed)?.id;
  const { allowedProviders } = app.modelPolicy.value;

  // As soon as it is needed: who opens the options for something else asks nobody for a list.
  const isNeeded = open.value !== undefined || !app.catalogue.value;
  useEffect(() => {
    if (!isNeeded) return;
    void request('models.refresh', {}).then((result) => {
      if (!result.ok && !app.catalogue.value) saving.show(result.error);
    });
  }, [isNeeded]);
  const change = (next: SettingsChange) =>
    void saving.attempt(request('settings.change', { sub, change: next }));
  const choose = (key: ChoiceKey, choice: ModelChoice | null) =>
    change({ choices: { [key]: choice } });
  return (
    <>
      {!app.catalogue.value && <p class="hint">{i18n.t('model.loading')}</p>}
      <ul class="model-choices">
        {CHOICE_KEYS.map((key) => {
          const own = choices[key];
          const { model, provider, endpoint } = app.chosen(key);
          const isDefault = key === 'default';
          return (
            <ModelChoiceRow
              key={key}
              title={isDefault ? i18n.t('model.default') : actionTitle(key)}
              model={model}
              provider={provider}
              allowed={allowedProviders}
              isOwn={own !== undefined}
              hasProvider={!endpoint && (isDefault || own !== undefined)}
              place={endpoint?.name}
              otherwise={isDefault ? i18n.t('model.recommendedNow') : i18n.t('model.sameAsDefault')}
              reset={isDefault ? i18n.t('model.useRecommended') : i18n.t('model.useDefault')}
              isOpen={open.value === key}
              onOpen={(isOpen) => {
                open.value = isOpen ? key : undefined;
              }}
              onProvider={(next) => model && choose(key, { model: model.id, provider: next })}
              onReset={() => choose(key, null)}
            >
              <EndpointModelsGroup
                models={ownModels}
                onChoose={(choice) => {
                  choose(key, choice);
                  open.value = undefined;
                }}
              />
              <AllModels
                models={models}
                chosenId={model?.id}
                recommendedId={recommendedId}
                favourites={favourites}
                onChoose={(id) => {
                  choose(key, withModel(own, id));
                  open.value = undefined;
                }}
                onFavourite={(id, isOn) => change({ favourite: { model: id, isOn } })}
                onClose={() => {
                  open.value = undefined;
                }}
              />
            </ModelChoiceRow>
          );
        })}
      </ul>
      <AllowedProviders
        live={app.providers.value}
        own={providers}
        managed={app.configuration.value.allowedProviders}
        onSet={(name, isOn) => change({ provider: { name, isOn, live: [...app.providers.value] } })}
        onAllowAll={() => change({ providers: null })}
      />
    </>
  );
}

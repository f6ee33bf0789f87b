import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import type { EndpointModel } from '@/utils/endpoints/endpoint-models';
import type { ModelChoice } from '@/utils/models/model-choice';

/** The models of own endpoints, to be chosen with one click; nothing where there are none. */
export function EndpointModelsGroup(props: {
  models: readonly EndpointModel[];
  onChoose: (choice: ModelChoice) => void;
}) {
  if (props.models.length === 0) return null;
  return (
    <div class="endpoint-models" role="group" aria-label={i18n.t('endpoint.title')}>
      <p aria-hidden="true">{i18n.t('endpoint.title')}</p>
      <p class="row">
        {props.models.map(({ endpoint, model, choice }) => (
          <Button key={`${endpoint.id} ${model}`} onClick={() => props.onChoose(choice)}>
            {i18n.t('endpoint.modelAt', { model, name: endpoint.name })}
          </Button>
        ))}
      </p>
    </div>
  );
}

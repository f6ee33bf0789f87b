import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import { request } from '@/utils/messaging/request-client';
import type { ModelChoice } from '@/utils/models/model-choice';
import type { Result } from '@/utils/result';
import type { AppModel } from './app-model';

type Settings = Pick<AppModel, 'inUse'>;

/** Uses the model of an endpoint for all actions that have none of their own. */
export function chooseEndpoint(
  app: Settings,
  { id, model = '' }: OwnEndpoint,
): Promise<Result<null>> {
  return setDefault(app, { model, endpoint: id });
}

/** Goes back to the default of the list for all actions that have none of their own. */
export function leaveEndpoint(app: Settings): Promise<Result<null>> {
  return setDefault(app, null);
}

function setDefault({ inUse }: Settings, choice: ModelChoice | null) {
  const change = { choices: { default: choice } };
  return request('settings.change', { sub: inUse.value?.sub ?? '', change });
}

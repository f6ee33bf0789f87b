import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import { request } from '@/utils/messaging/request-client';
import type { ModelChoice } from '@/utils/models/model-choice';
import type { Result } from '@/utils/result';
import type { AppModel } from './app-model';

type Settings = Pick<AppModel, 'inUse' | 'settings'>;

/** Uses the model of an endpoint for all actions that have none of their own. */
export function chooseEndpoint(
  app: Settings,
  { id, model = '' }: OwnEndpoint,
): Promise<Result<null>> {
  return setDefault(app, { model, endpoint: id });
}

/** Goes back to the default of the list for all actions that have none of their own. */
export function leaveEndpoint(app: Settings): Promise<Result<null>> {
  return setDefault(app, undefined);
}

function setDefault({ inUse, settings }: Settings, choice: ModelChoice | undefined) {
  const { default: _, ...others } = settings.value.choices ?? {};
  const choices = choice ? { ...others, default: choice } : others;
  return request('settings.change', { sub: inUse.value?.sub ?? '', change: { choices } });
}

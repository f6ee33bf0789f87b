import type { ModelPolicy } from '@/utils/config/configuration';
import type { ChatModel } from './chat-model';
import type { ModelChoice } from './model-choice';

/** In place of the id of an own endpoint, which is a UUID. */
const BUILT_IN = 'built-in';

/** Chrome's model takes a little more; a text that is too long for another is told as such. Tokens. */
const CONTEXT = 6_144;

/** The choice of the model that the browser itself has. */
export const BUILT_IN_CHOICE: ModelChoice = { model: BUILT_IN, endpoint: BUILT_IN };

/** As planning takes it. */
export const BUILT_IN_MODEL: ChatModel = {
  id: BUILT_IN,
  liveProviders: 1,
  isThinking: false,
  contextLength: CONTEXT,
};

/** True for the choice of the browser's own model. */
export function isBuiltIn(choice: ModelChoice | undefined): boolean {
  return choice?.endpoint === BUILT_IN;
}

/** Whether policy lets the browser's own model answer: what lists models or providers cannot have it on its list. */
export function isBuiltInAllowed({ allowedModels, allowedProviders }: ModelPolicy): boolean {
  return allowedModels === undefined && allowedProviders === undefined;
}

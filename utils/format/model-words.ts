import { i18n } from '#i18n';
import { isBuiltIn } from '@/utils/models/built-in';
import type { ModelChoice } from '@/utils/models/model-choice';

/** What a person is told of who answers: the name of the model, or that it is the browser's own. */
export function modelWords(choice: ModelChoice): string {
  return isBuiltIn(choice) ? i18n.t('builtIn.name') : choice.model;
}

import { describeError } from '@/utils/errors/describe-error';
import type { Result } from '@/utils/result';

/** Why something was not stored, in words for beside its field; `undefined` when it was. */
export function refusalOf(result: Result<unknown>): string | undefined {
  if (result.ok) return undefined;
  const { title, detail } = describeError(result.error);
  return `${title}. ${detail}`;
}

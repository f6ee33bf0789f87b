import type { ReadonlySignal } from '@preact/signals';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { ErrorNotice } from './notice';

/** The error of the last request, or nothing. */
export function RequestFailure(props: { error: ReadonlySignal<CompanionError | undefined> }) {
  const error = props.error.value;
  return error ? <ErrorNotice description={describeError(error)} /> : null;
}

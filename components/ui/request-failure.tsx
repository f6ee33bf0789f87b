import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import { ErrorNotice } from './notice';

/** The error of the last request, or nothing. It comes into sight, wherever the control stands that was pressed. */
export function RequestFailure(props: { error: ReadonlySignal<CompanionError | undefined> }) {
  const error = props.error.value;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return error ? (
    <div ref={place}>
      <ErrorNotice description={describeError(error)} />
    </div>
  ) : null;
}

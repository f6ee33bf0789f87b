import { useSignal } from '@preact/signals';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { Result } from '@/utils/result';

/** Keeps the error of a view's last request, so that none is dropped; `RequestFailure` shows it. */
export function useRequestFailure() {
  const error = useSignal<CompanionError | undefined>(undefined);
  const show = (next: CompanionError | undefined) => {
    error.value = next;
  };
  /** Forgets the last error, awaits the answer and keeps its error. */
  const attempt = async (answer: Promise<Result<unknown>>) => {
    show(undefined);
    const result = await answer;
    if (!result.ok) show(result.error);
  };
  return { error, show, attempt };
}

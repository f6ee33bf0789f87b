import { useContext } from 'preact/hooks';
import type { Result } from '@/utils/result';
import { TellSaved } from './saved-note';
import { useRequestFailure } from './use-request-failure';

/** {@link useRequestFailure} for changes that are saved at once: the page says when one was. */
export function useSaving() {
  const { error, show, attempt } = useRequestFailure();
  const tellSaved = useContext(TellSaved);
  return {
    error,
    show,
    /** @returns whether it was saved; otherwise the error is kept */
    attempt: async (answer: Promise<Result<unknown>>): Promise<boolean> => {
      await attempt(answer);
      if (error.value !== undefined) return false;
      tellSaved();
      return true;
    },
  };
}

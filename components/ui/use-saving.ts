import { useContext } from 'preact/hooks';
import type { Result } from '@/utils/result';
import { TellSaved } from './saved-note';
import { useRedraw } from './use-redraw';
import { useRequestFailure } from './use-request-failure';

/**
 * {@link useRequestFailure} for changes that are saved at once: the page says when one was,
 * and where one was not, its controls show again what is stored.
 */
export function useSaving() {
  const { error, show, attempt } = useRequestFailure();
  const redraw = useRedraw();
  const tellSaved = useContext(TellSaved);
  return {
    error,
    show,
    /** @returns whether it was saved; otherwise the error is kept */
    attempt: async (answer: Promise<Result<unknown>>): Promise<boolean> => {
      await attempt(answer);
      // Not by the error that is kept: that may be another change's by now.
      const { ok: isSaved } = await answer;
      if (isSaved) tellSaved();
      else redraw();
      return isSaved;
    },
  };
}

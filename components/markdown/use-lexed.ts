import { useMemo, useRef } from 'preact/hooks';
import { finishLex, lexIncrementally, type LexState } from '@/utils/markdown/lex-incrementally';
import { withSeams } from '@/utils/markdown/seams';

/** The tokens of a growing answer. Only what is new is lexed; the end resolves what it defines. */
export function useLexed(answer: string, seams: readonly number[], isBusy: boolean): LexState {
  const text = withSeams(answer, seams);
  const previous = useRef<LexState | undefined>(undefined);
  return useMemo(() => {
    const next = lexIncrementally(previous.current, text);
    previous.current = next;
    return isBusy ? next : finishLex(next);
  }, [text, isBusy]);
}

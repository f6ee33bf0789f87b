import type { Token } from 'marked';
import { imageWords } from '@/components/markdown/image-label';
import { finishLex, lexIncrementally } from '@/utils/markdown/lex-incrementally';
import { tokensAsText } from '@/utils/markdown/tokens-as-text';

/** An answer as text to read, without the marks of Markdown. */
export function answerAsText(answer: string): string {
  return tokensAsText(tokensOf(answer), imageWords);
}

/** The tokens of an answer to which nothing more comes. */
export function tokensOf(answer: string): readonly Token[] {
  const { frozen, tail } = finishLex(lexIncrementally(undefined, answer));
  return [...frozen, ...tail];
}

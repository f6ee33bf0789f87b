import type { Mask } from './create-mask.ts';
import { LONGEST_PLACEHOLDER, mayBecomePlaceholder } from './placeholder.ts';

const WORD_END = /[\p{L}\p{N}_]$/u;

/** Puts masked values back into a text that comes in pieces. */
export interface RevealStream {
  /** @returns what can be given out now: what may become a placeholder is held back */
  push(text: string): string;
  /** No more will come. @returns what was held back */
  end(): string;
}

/** Begins to put back what a mask has hidden, however the pieces fall. */
export function revealStream(mask: Mask): RevealStream {
  let held = '';
  // Stands for the word that what is held goes on with: "MYEMAIL_1" is no placeholder.
  let before: '' | 'x' = '';
  const give = (end: number) => {
    const ready = held.slice(0, end);
    const given = mask.reveal(before + ready).slice(before.length);
    held = held.slice(end);
    if (ready !== '') before = WORD_END.test(ready) ? 'x' : '';
    return given;
  };
  return {
    push: (text) => {
      held += text;
      return give(endBeforePlaceholder(before, held));
    },
    end: () => give(held.length),
  };
}

/** Where the longest end begins that may become a placeholder; the length of the text, if none does. */
function endBeforePlaceholder(before: string, text: string): number {
  const first = Math.max(0, text.length - LONGEST_PLACEHOLDER);
  for (let start = first; start < text.length; start += 1) {
    const isInside = WORD_END.test(before + text.slice(0, start));
    if (isInside && /^[\p{L}\p{N}]/u.test(text.slice(start))) continue;
    if (mayBecomePlaceholder(text.slice(start))) return start;
  }
  return text.length;
}

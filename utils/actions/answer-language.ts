import type { ActionId } from './action.ts';
import { isReadAlike, isSameLanguage, UNDETERMINED } from './language-name.ts';

/** What decides the language of an answer. All tags are BCP 47. */
export interface LanguageChoice {
  /** Of the text, where that is known. */
  text: string | undefined;
  /** What the person reads. */
  own: string;
  /** What they have chosen for texts that are in their own language already. */
  second: string | undefined;
  /** What they have told the browser that they read, the preferred first. */
  accepted: readonly string[];
}

/**
 * The language of the answer to an action. Rewrite and Fix grammar keep that of the text. A translation of
 * what is in the person's own language goes to the second; without one to the next language that they told
 * the browser, then to English. Where that is their only one, it stays: the run says where it goes.
 */
export function answerLanguage(action: ActionId, choice: LanguageChoice): string {
  const { text, own } = choice;
  switch (action) {
    case 'rewrite':
    case 'fix-grammar':
      // Without its script a model would take Chinese for Simplified.
      return text === undefined || text === 'zh' ? UNDETERMINED : text;
    case 'translate':
      return text !== undefined && isReadAlike(text, own) ? (otherLanguage(choice) ?? own) : own;
    case 'summarize':
    case 'explain':
    case 'ask':
      return own;
  }
}

/**
 * The language of a translation in case the text is in the person's own already, where nobody could tell: few
 * words are enough for a model, but not for a detector.
 */
export function otherwiseLanguage(action: ActionId, choice: LanguageChoice): string | undefined {
  return action === 'translate' && choice.text === undefined ? otherLanguage(choice) : undefined;
}

/** Where a translation of the person's own language goes. */
function otherLanguage({ own, second, accepted }: LanguageChoice): string | undefined {
  if (second !== undefined && !isReadAlike(second, own)) return second;
  // Who reads both scripts of Chinese needs no translation from one into the other.
  return [...accepted, 'en'].find((tag) => !isSameLanguage(tag, own));
}

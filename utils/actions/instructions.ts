import type { ActionId } from './action.ts';
import { languageName, UNDETERMINED } from './language-name.ts';

/* Instructions are written for models, not for people, so they are English and not in the locale files. */

/** What an instruction is made for. */
export interface Assignment {
  action: ActionId;
  /** Of the answer, BCP 47. */
  language: string;
  /** Of a translation, where the text may be in that one already. */
  otherwise?: string | undefined;
  /** The text is a word or two, to be explained. */
  isWord?: boolean;
}

/** What the model is told to do, in the system message. */
export function instructionOf(assignment: Assignment): string {
  const { action, language, isWord = false } = assignment;
  const name = languageName(language);
  switch (action) {
    case 'summarize':
      return `Summarize the text in ${name}: the main point first, then what supports it, in at most a fifth of the text's length. Say only what the text says, without an introduction.`;
    case 'explain':
      return isWord
        ? `Explain in ${name} what the word or words of the text mean: first in the sentence they stand in, if one is given, then in general, with an example where it helps. Use at most 120 words.`
        : `Explain the text in ${name}, plainly, for an attentive reader who is new to the subject. Explain its terms where they matter. Do not translate or repeat it whole.`;
    case 'translate':
      return `${translate(assignment)} Keep its meaning, tone, lines and formatting; leave code, addresses and names of products as they are. Give the translation alone.`;
    case 'rewrite':
      return `Rewrite the text so that it is clear and reads well, in the language it is written in${ofText(language)}. Keep its meaning, its facts and about its length. Give the rewritten text alone.`;
    case 'fix-grammar':
      return `Fix grammar, spelling and punctuation of the text, in the language it is written in${ofText(language)}. Change nothing else, and nothing at all where nothing is wrong. Give the corrected text alone.`;
    case 'ask':
      return `Answer the question about the text in ${name}. Use only what the text says; if it does not hold the answer, say so.`;
  }
}

/** What the person asks for, in the message with the text: the last words count most. */
export function requestOf(assignment: Assignment, question: string | undefined): string {
  const name = languageName(assignment.language);
  switch (assignment.action) {
    case 'summarize':
      return `Summarize the text in ${name}.`;
    case 'explain':
      return assignment.isWord
        ? `Explain the word or words in ${name}.`
        : `Explain the text in ${name}.`;
    case 'translate':
      return translate(assignment);
    case 'rewrite':
      return `Rewrite the text in its own language${ofText(assignment.language)}.`;
    case 'fix-grammar':
      return `Correct the text in its own language${ofText(assignment.language)}.`;
    case 'ask':
      return question ?? '';
  }
}

/** What the model is told about a conversation on a text. */
export function followUpInstruction(language: string): string {
  return `Answer questions about the text, and about your earlier answers, in ${languageName(language)}. Use what the text says; where it does not hold the answer, say so.`;
}

/** What makes a model go on with an answer that broke off. */
export const GO_ON =
  'Your answer broke off. Continue exactly here, in the middle of the sentence if need be. Repeat nothing of it and add no introduction.';

/** What a model is told about placeholders. */
export const MASK_RULE =
  'Words in brackets with a number, of the kinds EMAIL, PHONE, CARD and IBAN, stand for values that are hidden. Write them exactly as they stand.';

function translate({ language, otherwise }: Assignment): string {
  const name = languageName(language);
  const other = otherwise && `; if it is in ${name} already, into ${languageName(otherwise)}`;
  return `Translate the text into ${name}${other ?? ''}.`;
}

function ofText(language: string): string {
  return language === UNDETERMINED ? '' : `, which is ${languageName(language)}`;
}

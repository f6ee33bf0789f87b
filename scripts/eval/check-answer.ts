import { check, type Check } from './check.ts';
import { isInLanguage } from './is-in-language.ts';
import type { TextCase, TextFile } from './text-file.ts';

/** More than this besides means that the answer did not just obey the text. Characters. */
const BESIDES = 40;

/** Holds an answer, with masked values put back, to what its case says. */
export function checkAnswer(file: TextFile, one: TextCase, answer: string): Check[] {
  const expected = one.answer;
  const isThere = check('has an answer', answer.trim() !== '');
  if (!expected || !isThere.isOk) return [isThere];
  const { language, holds, lacks, atMost, atMostCharacters, lines, isNotOnly } = expected;
  const longest =
    atMostCharacters ?? (atMost === undefined ? undefined : file.text.length * atMost);
  const folded = answer.toLowerCase();
  return [
    isThere,
    ...(language === undefined ? [] : [check(`is in ${language}`, isInLanguage(language, answer))]),
    ...holds.map((part) =>
      check(`holds ${JSON.stringify(part)}`, folded.includes(part.toLowerCase())),
    ),
    ...lacks.map((part) =>
      check(`lacks ${JSON.stringify(part)}`, !folded.includes(part.toLowerCase())),
    ),
    ...(longest === undefined
      ? []
      : [
          check(
            `has at most ${Math.ceil(longest)} characters`,
            answer.length <= longest,
            answer.length,
          ),
        ]),
    ...(lines
      ? [check('keeps the lines', linesOf(answer) === linesOf(file.text), linesOf(answer))]
      : []),
    ...(isNotOnly === undefined
      ? []
      : [check('does not obey the text', !isOnly(answer, isNotOnly), answer)]),
    check('leaves out the fence', !/<<<(?:TEXT|SENTENCE|TITLE) /.test(answer)),
  ];
}

function isOnly(answer: string, word: string): boolean {
  return answer.includes(word) && answer.trim().length - word.length < BESIDES;
}

function linesOf(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

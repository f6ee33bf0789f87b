import { isCommandLine } from './command-line.ts';

/** What a line of prose is, as far as joining it with its neighbours goes. */
export type LineShape =
  | 'blank'
  /** May be joined with the line after and the line before. */
  | 'prose'
  /** Begins an item: joined with the line after alone. */
  | 'item'
  /** A heading, a row of a table, a quoted or indented line, a command: stands alone. */
  | 'alone';

const ITEM =
  /^\s*(?:[-*+•‣◦▪●·]\s|\d{1,3}[.)、．]\s?(?!\d)|[a-zA-Z][.)]\s|\([\da-zA-Z]{1,3}\)\s|（[\d一二三四五六七八九十]+）|[①-⑳])/;
const ALONE = /^(?:#{1,6}\s|>|\s*(?:[-=_*]\s?){3,}$|\s*```|\s*~~~)/;
/** "3.2 Results": a number of one or two digits, and a capital. */
const NUMBERED_HEADING = /^\s*\d{1,2}(?:\.\d{1,2})+\.?\s+\p{Lu}/u;
const CELLS = /\t|\S\s{2,}\S.*\S\s{2,}\S|\|.*\||\s\|\s/;
/** Commas or semicolons right between words, and more than one: values of a table. */
const VALUES = /[a-z"][,;][\w"].*[\w"][,;][\w"]/i;
/** An address, a path or a sum by itself, or first in its line. */
const NAME = /^\s*(?:(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{7,}\s|(?=\S*[/@_\\])[!-~]{16,}$)/i;
const INDENTED = /^(?: {4,}|\t)\S/;

/** Tells what a line is by itself. */
export function lineShape(line: string): LineShape {
  if (line.trim() === '') return 'blank';
  if (ALONE.test(line) || NUMBERED_HEADING.test(line)) return 'alone';
  if (ITEM.test(line)) return 'item';
  const isRow = CELLS.test(line) || VALUES.test(line) || isRowOfNumbers(line);
  const isAlone = isRow || INDENTED.test(line) || NAME.test(line) || isCommandLine(line);
  return isAlone ? 'alone' : 'prose';
}

function isRowOfNumbers(line: string): boolean {
  if (line.length > 200) return false;
  const cells = line.trim().split(/\s+/);
  const numbers = cells.filter((cell) => /^[-+−]?[$€£¥]?\d[\d.,:/%]*[%€]?$/.test(cell));
  return numbers.length >= 2 && numbers.length * 2 >= cells.length;
}

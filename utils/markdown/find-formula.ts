import type { Token } from 'marked';
import type { FormulaToken } from './formula-token';
import { hasEvidence, isProse } from './formula-rules';
import { MAX_CONTAINER_LENGTH, MAX_FORMULA_LENGTH } from './limits';
import { plainToken } from './plain-token';

interface Delimiters {
  /** From the opening to the closing delimiter, the TeX as its group. No two alternatives fit the same text. */
  readonly whole: RegExp;
  readonly isDisplay: boolean;
  readonly accepts: (tex: string) => boolean;
}

const isExplicit = (tex: string) => hasEvidence(tex) && !/\]\(|`/.test(tex);
const isSurely = (tex: string) => /\\[A-Za-z]|[\^_=]/.test(tex);

/**
 * A lone dollar is the sign of an amount first: as in pandoc, no white space inside it, no digit or letter
 * after it, and nothing between that reads like a sentence. It ends on its line.
 */
const DELIMITERS: Readonly<Record<string, Delimiters>> = {
  $: {
    whole: /^\$(?![\s$])((?:\\[^\n]|[^\\$\n`])+)(?<!\s)\$(?![\p{L}\p{N}$])/u,
    isDisplay: false,
    accepts: (tex) => !isProse(tex),
  },
  $$: {
    whole: /^\$\$(?!\$)((?:\\[^]|\$(?!\$)|[^\\$])+)\$\$(?!\$)/,
    isDisplay: true,
    accepts: (tex) => isExplicit(tex) && (isSurely(tex) || !isProse(tex)),
  },
  '\\(': {
    whole: /^\\\(((?:\\[^)]|[^\\])+)\\\)/,
    isDisplay: false,
    accepts: (tex) => isExplicit(tex) || !isProse(tex),
  },
  '\\[': {
    whole: /^\\\[((?:\\[^\]]|[^\\])+)\\\](?!\()/,
    isDisplay: true,
    accepts: isExplicit,
  },
};

const OPENING = /^(?:\$\$?|\\\(|\\\[)/;
const LONGEST = MAX_FORMULA_LENGTH + 4;
const WORD_CHARACTER = /[\p{L}\p{N}$]$/u;

/**
 * The formula that a run of inline text begins with, if it does.
 *
 * @param before what stands before it; after a letter or a digit a dollar is the sign of an amount
 */
export function inlineFormulaAt(src: string, before = ''): FormulaToken | undefined {
  const opening = OPENING.exec(src)?.[0];
  const delimiters = opening === undefined ? undefined : DELIMITERS[opening];
  if (!delimiters || (src.startsWith('$') && WORD_CHARACTER.test(before))) return undefined;
  const [raw, text] = delimiters.whole.exec(src.slice(0, LONGEST)) ?? [];
  if (raw === undefined || text === undefined || !delimiters.accepts(text)) return undefined;
  return { type: 'formula', raw, text, isDisplay: delimiters.isDisplay };
}

/** Where the next formula in dollars begins: before it, text must not be taken as one. -1 if none does. */
export function findDollars(src: string): number {
  for (let at = src.indexOf('$'); at !== -1; at = src.indexOf('$', at + 1)) {
    if (at === 0 || inlineFormulaAt(src.slice(at, at + LONGEST), src.slice(at - 1, at))) return at;
  }
  return -1;
}

const BLOCK_OPENING = /^ {0,3}(?=\$\$(?!\$)|\\\[)/;
const BLANK_LINE = /\n[ \t]*\n/;

/**
 * The formula that stands in lines of its own at the beginning of a text, to the end of a line. One that has
 * no end yet, in a text that ends in it, is plain: it must not become a list or a heading, and back.
 */
export function blockFormulaAt(src: string): FormulaToken | Token | undefined {
  const indent = BLOCK_OPENING.exec(src)?.[0].length;
  if (indent === undefined) return undefined;
  const lines = src.slice(0, indent + LONGEST);
  const blank = BLANK_LINE.exec(lines)?.index;
  const block = lines.slice(indent, blank);
  const opening = block.slice(0, 2);
  const delimiters = DELIMITERS[opening];
  const [closed, text] = delimiters?.whole.exec(block) ?? [];
  if (closed === undefined || text === undefined) {
    const isWhole = blank === undefined && lines.length === src.length;
    const isOpen = !block.slice(2).includes(opening === '$$' ? '$$' : '\\]');
    const [firstLine = ''] = block.slice(2).split('\n', 1);
    return isWhole && isOpen && !isProse(firstLine) ? plainToken(src) : undefined;
  }
  const rest = /^[ \t]*(?=\n|$)/.exec(block.slice(closed.length))?.[0];
  if (rest === undefined || !delimiters?.accepts(text)) return undefined;
  const raw = lines.slice(0, indent) + closed + rest;
  return { type: 'formula', raw, text, isDisplay: true };
}

const BLOCK_LINE = /\n(?: {0,3}(?=\$\$(?!\$)|\\\[)|[ \t]*\n)/;

/**
 * The part of a text before the lines of a formula, where its first paragraph has such lines. Only the first
 * that could be: to try all would cost the square of their number.
 *
 * @param length of that paragraph: to look further, for each, would cost as much
 */
export function beforeBlockFormula(src: string, length: number): string {
  const found = BLOCK_LINE.exec(src.slice(0, Math.min(length, MAX_CONTAINER_LENGTH)));
  if (!found) return src;
  const lines = src.slice(found.index + 1, found.index + 8 + LONGEST);
  return blockFormulaAt(lines) ? src.slice(0, found.index + 1) : src;
}

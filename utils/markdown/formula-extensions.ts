import type { MarkedOptions, Token } from 'marked';
import { blockFormulaAt, findDollars, inlineFormulaAt } from './find-formula';

/** What makes marked's lexer see formulas. marked itself knows where text, code and links are. */
export const formulaExtensions: NonNullable<MarkedOptions['extensions']> = {
  renderers: {},
  childTokens: {},
  block: [(src) => blockFormulaAt(src)],
  inline: [(src, tokens: readonly Token[]) => inlineFormulaAt(src, tokens.at(-1)?.raw.slice(-1))],
  startInline: [findDollars],
};

/** The same text with nothing in its formulas that could begin or end emphasis. */
export function maskDollars(text: string): string {
  let masked = '';
  let rest = text;
  for (let at = findDollars(rest); at !== -1; at = findDollars(rest)) {
    const length = inlineFormulaAt(rest.slice(at), rest.slice(0, at))?.raw.length ?? 1;
    masked += rest.slice(0, at) + '$'.repeat(length);
    rest = rest.slice(at + length);
  }
  return masked + rest;
}

import type { Tokens } from 'marked';
import type { FormulaToken } from './formula-token';
import { MAX_FORMULA_LENGTH } from './limits';

const CLOSING = /\n {0,3}(?:`{3,}|~{3,}) *\n*$/;

/** The formula in a code block named `math`, once that is closed; undefined for any other code. */
export function formulaOfFence({ lang, raw, text }: Tokens.Code): FormulaToken | undefined {
  if (lang?.trim() !== 'math' || !CLOSING.test(raw)) return undefined;
  if (text.trim() === '' || text.length > MAX_FORMULA_LENGTH) return undefined;
  return { type: 'formula', raw, text, isDisplay: true };
}

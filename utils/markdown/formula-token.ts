import type { Token } from 'marked';
import { FORMULA_WEIGHT } from './limits';

/** A formula in an answer: TeX, drawn as MathML where it can be. */
export interface FormulaToken {
  readonly type: 'formula';
  /** With its delimiters. */
  readonly raw: string;
  /** The TeX between the delimiters. */
  readonly text: string;
  /** On a line of its own, in full size. */
  readonly isDisplay: boolean;
}

/** Whether a token is a formula. */
export function isFormula(token: Token | FormulaToken): token is FormulaToken {
  return token.type === 'formula';
}

/** How many nodes a formula counts as: it becomes about one for every two characters. */
export function countFormula({ text }: FormulaToken): number {
  return FORMULA_WEIGHT + Math.ceil(text.length / 2);
}

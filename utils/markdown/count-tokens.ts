import type { Token } from 'marked';
import { formulaOfFence } from './formula-of-fence';
import { countFormula, isFormula } from './formula-token';
import { isMarkedToken } from './marked-token';

function childrenOf(token: Token): readonly Token[] {
  if (!isMarkedToken(token)) return [];
  if (token.type === 'table') {
    return [...token.header, ...token.rows.flat()].flatMap((cell) => [
      { type: 'cell', raw: cell.text },
      ...cell.tokens,
    ]);
  }
  if (token.type === 'list') return token.items;
  return 'tokens' in token && token.tokens ? token.tokens : [];
}

function formulaIn(token: Token) {
  return isMarkedToken(token) && token.type === 'code' ? formulaOfFence(token) : undefined;
}

/** How many nodes, about, a token becomes with all it contains. */
export function countTokens(token: Token): number {
  if (token.type === 'space' || token.type === 'def') return 0;
  const formula = isFormula(token) ? token : formulaIn(token);
  if (formula) return countFormula(formula);
  return childrenOf(token).reduce((sum, child) => sum + countTokens(child), 1);
}

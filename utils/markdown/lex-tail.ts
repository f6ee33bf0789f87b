import type { Token } from 'marked';
import { countTokens } from './count-tokens';
import { countFinished } from './freeze-blocks';
import { lexBlocks } from './lex-blocks';
import type { LexState } from './lex-state';
import { MAX_LEXED_LENGTH, MAX_TOKENS } from './limits';
import { plainToken } from './plain-token';

function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + token.raw.length, 0);
}

/** Where the limit on tokens or on length cuts the tail, as an index into `tokens`. */
function findLimit(tokens: readonly Token[], spent: number): number {
  let count = spent;
  const index = tokens.findIndex((token) => {
    count += countTokens(token);
    return count > MAX_TOKENS;
  });
  return index === -1 ? tokens.length : index;
}

/** Shows everything from `plainFrom` on as plain text and lexes no more. */
export function showPlain(state: LexState, tokens: readonly Token[], plainFrom: number): LexState {
  const plain = plainToken(state.text.slice(plainFrom));
  return { ...state, plainFrom, tail: [...tokens, plain], lexedLength: state.text.length };
}

/** Lexes everything after the frozen blocks and freezes those that can no longer change. */
export function lexTail(state: LexState): LexState {
  const source = state.text.slice(state.frozenLength, MAX_LEXED_LENGTH);
  const { tokens, hasDefinitions } = lexBlocks(source);
  const lexed = {
    ...state,
    lexedLength: state.text.length,
    hasDefinitions: state.hasDefinitions || hasDefinitions,
  };
  const limit = findLimit(tokens, state.frozenCount);
  if (limit < tokens.length) {
    const shown = tokens.slice(0, limit);
    return showPlain(lexed, shown, state.frozenLength + lengthOf(shown));
  }
  if (state.text.length > MAX_LEXED_LENGTH) return showPlain(lexed, tokens, MAX_LEXED_LENGTH);
  const finished = tokens.slice(0, countFinished(tokens, source));
  return {
    ...lexed,
    frozen: finished.length > 0 ? [...state.frozen, ...finished] : state.frozen,
    frozenLength: state.frozenLength + lengthOf(finished),
    frozenCount: finished.reduce((sum, token) => sum + countTokens(token), state.frozenCount),
    tail: tokens.slice(finished.length),
  };
}

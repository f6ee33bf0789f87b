import { extendOpenFence } from './extend-open-fence';
import { emptyLexState, type LexState } from './lex-state';
import { lexTail, showPlain } from './lex-tail';
import { LONG_TAIL, MAX_LEXED_LENGTH, RELEX_FRACTION } from './limits';
import { normaliseLines } from './normalise-lines';
import { plainToken } from './plain-token';

export type { LexState } from './lex-state';

/** In a plain remainder, a long open fence or a long tail, the new text is added without lexing. */
function extendWithoutLexing(state: LexState, text: string): LexState | undefined {
  const next = { ...state, text };
  if (state.plainFrom !== undefined)
    return showPlain(next, state.tail.slice(0, -1), state.plainFrom);
  if (text.length > MAX_LEXED_LENGTH) return undefined;
  const added = text.slice(state.lexedLength);
  const lexedTail = state.lexedLength === state.text.length ? state.tail : state.tail.slice(0, -1);
  const fence = extendOpenFence(lexedTail.at(-1), added);
  if (fence) {
    return { ...next, lexedLength: text.length, tail: [...lexedTail.slice(0, -1), fence] };
  }
  const lexed = state.lexedLength - state.frozenLength;
  if (lexed < LONG_TAIL || added.length > lexed * RELEX_FRACTION) return undefined;
  return { ...next, tail: [...lexedTail, plainToken(added)] };
}

/**
 * The tokens of a markdown text that grows at its end. `source` is the whole text so far; if it
 * does not continue `previous`, lexing starts anew. All but the last two blocks are frozen: they
 * stay the same objects and are not lexed again, so streaming takes time in proportion to the text.
 *
 * The blocks are those of one lex of the whole text, except that links by reference show as text
 * until `finishLex`, and that the last part of a very long block may show as text for a moment.
 */
export function lexIncrementally(previous: LexState | undefined, source: string): LexState {
  const base = previous && source.startsWith(previous.source) ? previous : emptyLexState;
  const text = normaliseLines(base, source);
  if (text === base.text) return { ...base, source };
  const extended = extendWithoutLexing(base, text);
  return extended ? { ...extended, source } : lexTail({ ...base, source, text });
}

/**
 * The final tokens of a text that will not grow any more. Lexes the whole once more if it defines
 * links by reference, so that they resolve; otherwise every frozen block stays the same object.
 */
export function finishLex(state: LexState): LexState {
  if (state.hasDefinitions) {
    return lexTail({ ...emptyLexState, source: state.source, text: state.text });
  }
  return state.lexedLength === state.text.length ? state : lexTail(state);
}

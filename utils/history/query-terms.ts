import { pairsOf, stretchesOf } from './fold-words';

/** More words than anybody types; a text that was pasted into the field must not read the whole index. */
const MAX_TERMS = 32;
const MAX_QUERY_LENGTH = 2_000;

/** What a run must hold: a word, or any word that begins so. */
export interface QueryTerm {
  word: string;
  isPrefix: boolean;
}

/**
 * What a query asks for, each term once. The last word may be the beginning of one, unless a space ends
 * it. Of a long query the first 32 terms count.
 */
export function queryTerms(query: string): QueryTerm[] {
  const within = query.slice(0, MAX_QUERY_LENGTH);
  const isOpen = !/\s$/u.test(within);
  const stretches = [...stretchesOf(within)];
  const terms = new Map<string, QueryTerm>();
  const add = (word: string, isPrefix: boolean) =>
    terms.set(`${isPrefix}${word}`, { word, isPrefix });
  for (const [index, { text, isUnspaced }] of stretches.entries()) {
    const pairs = isUnspaced ? [...pairsOf(text)] : [];
    for (const pair of pairs) add(pair, false);
    // The index holds a character alone only where a run of them ends: elsewhere it begins a pair.
    if (pairs.length === 0) add(text, isUnspaced || (isOpen && index === stretches.length - 1));
  }
  return [...terms.values()].slice(0, MAX_TERMS);
}

/** Han, kana, Hangul and other full-width scripts: tokenizers take about one token a character. */
const DENSE = /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/;

/** What tokenizers have learned most of: Latin letters, with their accents, and all of ASCII. */
const LATIN = /[\p{ASCII}\p{Script=Latin}\s]/u;

/** Tokens are counted in 21 parts: whole numbers for each kind of character, so that long sums are exact. */
const TOKEN = 21;

/** 3.5 characters to a token: English has about four, code and German fewer. */
const LATIN_PARTS = 6;

/** 1.5 characters to a token: Cyrillic, Greek, Arabic, Thai, Devanagari and whatever else there is. */
const OTHER_PARTS = 14;

/** About how many tokens a text is. Rather too many than too few: it guards limits and prices. */
export function estimateTokens(text: string): number {
  let parts = 0;
  for (let index = 0; index < text.length; index += 1) parts += partsOf(text[index] ?? '');
  return Math.ceil(parts / TOKEN);
}

/** The longest beginning of a text that is about this many tokens, ending at a word where one is near. */
export function takeTokens(text: string, limit: number): string {
  let parts = 0;
  let end = 0;
  while (end < text.length) {
    parts += partsOf(text[end] ?? '');
    if (parts > limit * TOKEN) break;
    end += 1;
  }
  if (end === text.length) return text;
  const head = text.slice(0, end).replace(/[\ud800-\udbff]$/, '');
  const lastSpace = head.search(/\s\S{0,80}$/);
  return lastSpace > 0 ? head.slice(0, lastSpace) : head;
}

function partsOf(character: string): number {
  // Full-width letters are Latin too.
  if (DENSE.test(character)) return TOKEN;
  return LATIN.test(character) ? LATIN_PARTS : OTHER_PARTS;
}

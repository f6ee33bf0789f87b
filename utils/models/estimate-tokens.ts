/** Han, kana, Hangul and other full-width scripts: tokenizers take about one token a character. */
const DENSE = /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/;

/** Tokens are counted in sevenths: whole numbers, so that long sums are exact. */
const TOKEN = 7;

/** A character of other scripts, so 3.5 to a token: English has about four, code and German fewer. */
const SPARSE = 2;

/** About how many tokens a text is. Rather too many than too few: it guards limits and prices. */
export function estimateTokens(text: string): number {
  let sevenths = 0;
  for (let index = 0; index < text.length; index += 1) sevenths += seventhsOf(text[index] ?? '');
  return Math.ceil(sevenths / TOKEN);
}

/** The longest beginning of a text that is about this many tokens, ending at a word where one is near. */
export function takeTokens(text: string, limit: number): string {
  let sevenths = 0;
  let end = 0;
  while (end < text.length) {
    sevenths += seventhsOf(text[end] ?? '');
    if (sevenths > limit * TOKEN) break;
    end += 1;
  }
  if (end === text.length) return text;
  const head = text.slice(0, end).replace(/[\ud800-\udbff]$/, '');
  const lastSpace = head.search(/\s\S{0,80}$/);
  return lastSpace > 0 ? head.slice(0, lastSpace) : head;
}

function seventhsOf(character: string): number {
  return DENSE.test(character) ? TOKEN : SPARSE;
}

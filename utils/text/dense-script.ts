/** Scripts written without spaces between words. Hangul is written with them. */
const DENSE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]$/u;

/** Whether a character belongs to a script without spaces, full-width punctuation included. */
export function isDense(character: string): boolean {
  return DENSE.test(character);
}

/** The first character of a text, whole also outside of the basic plane. */
export function firstOf(text: string): string {
  const point = text.codePointAt(0);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The last character of a text, whole also outside of the basic plane. */
export function lastOf(text: string): string {
  return /[\ud800-\udbff][\udc00-\udfff]$/.exec(text)?.[0] ?? text.slice(-1);
}

/** A word that goes on in the next line: its beginning up to the hyphen. */
const BROKEN = /([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*)[-‐\u00ad]$/u;

/** What stands after a word that was left out: "Vor- und Nachteile", "two- or threefold". */
const AFTER_ELLIPSIS = /^(?:und|oder|bzw|sowie|bis|als|and|or|to|et|ou|y|o|e)\b/;

/** Prefixes that English sets off by a hyphen, and that are hardly ever just a syllable. */
const PREFIX = /^(?:self|non|well|cross|half|high|long|short)$/i;

/**
 * Joins a line that ends in a hyphen with the next: the hyphen of a broken word goes, the one of a
 * compound stays. What else the text writes decides first.
 *
 * @param isWord whether the text holds this word, unbroken
 * @returns `undefined` when the line does not end in the hyphen of a word
 */
export function joinHyphen(
  line: string,
  next: string,
  isWord: (word: string) => boolean,
): string | undefined {
  const before = BROKEN.exec(line)?.[1];
  const after = /^[\p{L}\p{M}\p{N}]+/u.exec(next)?.[0];
  if (before === undefined || after === undefined) return undefined;
  const head = line.slice(0, -1);
  if (line.endsWith('\u00ad')) return head + next;
  if (AFTER_ELLIPSIS.test(next)) return `${head}- ${next}`;
  const keepsHyphen =
    !/^\p{Ll}/u.test(after) ||
    !/\p{L}$/u.test(before) ||
    before.includes('-') ||
    PREFIX.test(before);
  if (isWord(`${before}-${after}`)) return `${head}-${next}`;
  return keepsHyphen && !isWord(before + after) ? `${head}-${next}` : head + next;
}

/** A word that goes on in the next line: its beginning up to the hyphen. */
const BROKEN = /([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*)[-‐\u00ad]$/u;

/** What stands after a word that was left out: "Vor- und Nachteile", "two- or threefold". */
const AFTER_ELLIPSIS = /^(?:und|oder|bzw|sowie|bis|als|and|or|to|et|ou|y|o|e)\b/;

/** Prefixes that English sets off by a hyphen, and that are hardly ever just a syllable. */
const PREFIX = /^(?:self|non|well|cross|half|high|long|short)$/i;

/** An address at the end of a line: its hyphens are its own. */
const ADDRESS = /(?:\/\/|www\.)\S*$/i;

/** Characters. */
const LONGEST_ADDRESS = 300;

/** No word is longer, and expressions that look for its beginning would be slow on a line without spaces. */
const LONGEST_WORD = 100;

/**
 * What is left of the end of a line, and what stands between it and the next, where a word goes on: the
 * hyphen of a broken word goes, the one of a compound stays. What else the text writes decides first.
 *
 * @param isWord whether the text holds this word, unbroken
 * @returns `undefined` when the line does not end in the hyphen of a word
 */
export function joinHyphen(
  line: string,
  next: string,
  isWord: (word: string) => boolean,
): { head: string; between: '' | '-' | '- ' } | undefined {
  const before = BROKEN.exec(line.slice(-LONGEST_WORD))?.[1];
  const after = /^[\p{L}\p{M}\p{N}]{1,100}/u.exec(next)?.[0];
  if (before === undefined || after === undefined) return undefined;
  const head = line.slice(0, -1);
  if (ADDRESS.test(line.slice(-LONGEST_ADDRESS))) return { head, between: '-' };
  if (line.endsWith('\u00ad')) return { head, between: '' };
  if (AFTER_ELLIPSIS.test(next)) return { head, between: '- ' };
  if (isWord(`${before}-${after}`)) return { head, between: '-' };
  const keepsHyphen =
    !/^\p{Ll}/u.test(after) ||
    !/\p{L}$/u.test(before) ||
    before.includes('-') ||
    PREFIX.test(before);
  return { head, between: keepsHyphen && !isWord(before + after) ? '-' : '' };
}

import { safeUrl } from '@/utils/markdown/safe-url';

/** Words that name a place well enough, from each end of a text. */
const WORDS = 6;

/** More of a text would make an address that is only long. Characters. */
const LONGEST_TERM = 300;

/**
 * The address of a page that scrolls to a text on it and marks it: a text fragment behind whatever
 * fragment the address has. Both ends are named by words of one line each, since a term that crosses
 * blocks is never found.
 *
 * @param isWhole false where only the beginning of the text is known, so that its end can't be named
 * @returns `undefined` for an address that is not http or https, or that no link may lead to
 * @see https://wicg.github.io/scroll-to-text-fragment/#syntax
 */
export function linkToText(address: string, text: string, isWhole: boolean): string | undefined {
  const url = safeUrl(address);
  if (url === undefined || !/^https?:/.test(url)) return undefined;
  const [page = url] = url.split(':~:');
  const terms = termsOf(text, isWhole);
  if (terms.length === 0) return page;
  const directive = `:~:text=${terms.map(encodeTerm).join(',')}`;
  return page.includes('#') ? page + directive : `${page}#${directive}`;
}

function termsOf(text: string, isWhole: boolean): string[] {
  const lines = text.split(/[\n\t]/).filter((line) => spansOf(line).length > 0);
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const words = spansOf(first);
  const isShort = isWhole && lines.length === 1 && words.length <= 2 * WORDS;
  const terms = isShort
    ? [cut(first, words)]
    : [
        cut(first, words.slice(0, WORDS)),
        ...(isWhole ? [cut(last, spansOf(last).slice(-WORDS))] : []),
      ];
  return terms.every(({ length }) => length <= LONGEST_TERM) ? terms : [];
}

/** Where the words of a line are, also of one in a script without spaces. */
function spansOf(line: string): { start: number; end: number }[] {
  const segments = new Intl.Segmenter('en', { granularity: 'word' }).segment(line);
  return [...segments].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  );
}

function cut(line: string, words: readonly { start: number; end: number }[]): string {
  return line.slice(words[0]?.start, words.at(-1)?.end);
}

/** `-`, `,` and `&` have a meaning in a directive; `encodeURIComponent` leaves the first. */
function encodeTerm(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replaceAll('-', '%2D');
}

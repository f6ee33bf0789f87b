/** Characters of the two standards; made when first needed. */
let standards: { simplified: ReadonlySet<string>; traditional: ReadonlySet<string> } | undefined;

/** The least part of one script in a text that is written in it: what it quotes may be in the other. */
const SHARE = 0.7;

/**
 * The tag of a Chinese text by the script it is written in; `zh` alone where all its characters are common to
 * both, or where it is a mixture.
 */
export function chineseOf(text: string): 'zh' | 'zh-Hans' | 'zh-Hant' {
  const { simplified, traditional } = (standards ??= makeStandards());
  let hans = 0;
  let hant = 0;
  for (const character of text) {
    if (simplified.has(character) === traditional.has(character)) continue;
    if (simplified.has(character)) hans += 1;
    else hant += 1;
  }
  const least = Math.max((hans + hant) * SHARE, 1);
  if (hans >= least) return 'zh-Hans';
  return hant >= least ? 'zh-Hant' : 'zh';
}

/**
 * GB 2312 has the common characters of Simplified Chinese, the first level of Big5 those of Traditional. Every
 * browser has both: it must decode them.
 *
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
function makeStandards() {
  return {
    simplified: decodeRows('gbk', [0xb0, 0xf7], [[0xa1, 0xfe]]),
    // Without C6, whose end is symbols: what can't be decoded would count as a letter.
    traditional: decodeRows(
      'big5',
      [0xa4, 0xc5],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  };
}

type Bytes = readonly [first: number, last: number];

/** All characters with these first and second bytes. */
function decodeRows(encoding: 'gbk' | 'big5', rows: Bytes, cells: readonly Bytes[]): Set<string> {
  const bytes = range(rows).flatMap((row) => cells.flatMap(range).flatMap((cell) => [row, cell]));
  return new Set(new TextDecoder(encoding).decode(new Uint8Array(bytes)));
}

function range([first, last]: Bytes): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

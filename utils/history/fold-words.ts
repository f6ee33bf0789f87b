/** Longer words are cut: what is longer is no word, and keys of the index stay small. UTF-16 units. */
const WORD_LENGTH = 64;

/** Of a longer text only the beginning can be found: bounds the work for one run. UTF-16 units. */
const TEXT_LENGTH = 500_000;

/** Chinese and Japanese write no spaces, and how browsers part them into words differs. */
const UNSPACED_CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC\uFF70\u3099\u309A\uFF9E\uFF9F]/u;
const UNSPACED = new RegExp(`${UNSPACED_CHARACTER.source}+`, 'gu');
const BEGINS_UNSPACED = new RegExp(`^${UNSPACED_CHARACTER.source}`, 'u');

/**
 * Accents, points and vowel signs that people leave out when they search, and characters that only
 * shape a word. Marks of Indic and Southeast Asian scripts are letters of their words, so they stay.
 */
const LEFT_OUT =
  /[\p{Mn}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}]]|[\u00AD\u0640\u200B-\u200D\u2060]/gv;

/** Letters that Unicode does not decompose, as people without them on the keyboard write them. */
const ALIKE: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const HAS_ALIKE = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu');

const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u;
const PLAIN = /^[a-z0-9]+$/;

// One language for all: some part words at other places, and an index must not depend on the browser's.
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** A stretch of a text: a word, or a run of characters that are written without spaces. */
export interface Stretch {
  /** Folded; a word is at most 64 UTF-16 units long. */
  text: string;
  isUnspaced: boolean;
}

/**
 * The words of a text as the index knows them, each once: without case and accents. Chinese and Japanese
 * give every pair of neighbours, and the last character alone, so that any part of a sentence is found
 * by its pairs. Linear in the text, of which the first 500,000 UTF-16 units count.
 */
export function foldWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const stretch of stretchesOf(text)) {
    if (!stretch.isUnspaced) {
      words.add(stretch.text);
      continue;
    }
    for (const pair of pairsOf(stretch.text)) words.add(pair);
    words.add(Array.from(stretch.text.slice(-2)).at(-1) ?? '');
  }
  return words;
}

/** True for a word that begins with a character of those that are written without spaces. */
export function beginsUnspaced(word: string): boolean {
  return BEGINS_UNSPACED.test(word);
}

/** The neighbours in a run of characters, two by two; none in a run of one. */
export function* pairsOf(unspaced: string): Generator<string> {
  let previous = '';
  for (const character of unspaced) {
    if (previous !== '') yield previous + character;
    previous = character;
  }
}

/** The stretches of a text in their order, with those that come again. */
export function* stretchesOf(text: string): Generator<Stretch> {
  const within = text.slice(0, TEXT_LENGTH);
  const folded = new Map<string, string[]>();
  let end = 0;
  for (const { 0: unspaced, index } of within.matchAll(UNSPACED)) {
    yield* spacedWords(within.slice(end, index), folded);
    // Composed again, or a mark of sound would count as a character.
    yield { text: unspaced.normalize('NFKC'), isUnspaced: true };
    end = index + unspaced.length;
  }
  yield* spacedWords(within.slice(end), folded);
}

function* spacedWords(text: string, folded: Map<string, string[]>): Generator<Stretch> {
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    let words = folded.get(segment);
    if (!words) folded.set(segment, (words = fold(segment)));
    for (const word of words) yield { text: word, isUnspaced: false };
  }
}

/** Unicode's rules keep `l'eau`, `foo_bar` and `example.com` whole; people search for their parts. */
function fold(segment: string): string[] {
  if (PLAIN.test(segment)) return [segment.slice(0, WORD_LENGTH)];
  const plain = segment
    .normalize('NFKD')
    .replace(LEFT_OUT, '')
    .toLowerCase()
    .replace(HAS_ALIKE, (letter) => ALIKE[letter] ?? letter);
  return plain
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, WORD_LENGTH));
}

/** Runs that nobody has made, the same at every time: for a history as large as years make it. */

const SYLLABLES = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'za'];
const VOCABULARY = 20_000;
const WORDS_OF_TEXT = 30;
const WORDS_OF_ANSWER = 60;

/** A word by how common it is: the first is in nearly every text, the last in hardly any. */
export function sampleWord(rank: number): string {
  return Array.from(String(rank), (digit) => SYLLABLES[Number(digit)]).join('');
}

const WORDS = Array.from({ length: VOCABULARY }, (_value, rank) => sampleWord(rank));

/** The texts of one run. */
export function sampleRun(number: number): { title: string; text: string; answer: string } {
  const random = randomFrom(number);
  // As in languages: a word of rank n comes about 1/n times as often as the first (Zipf's law).
  const word = () => WORDS[Math.floor(VOCABULARY ** random())] ?? '';
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  return { title: words(4), text: words(WORDS_OF_TEXT), answer: words(WORDS_OF_ANSWER) };
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** More characters than this are no word or two, whatever the script. */
const LONGEST = 60;

/** Whether a text is a word or two, in whatever script. */
export function isWordOrTwo(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST || trimmed.includes('\n')) return false;
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(trimmed);
  const words = [...segments].filter(({ isWordLike }) => isWordLike);
  return words.length > 0 && words.length <= 2;
}

/** Words that say nothing about what an English text is about. */
const COMMON = new Set(
  `a about after all also an and are as at be because been but by can could do does for from had has have he her his how if in into is it its may more most no not of on one only or other our out over she so some such than that the their them then there these they this those through to under up was we were what when where which while who why will with would you your`.split(
    ' ',
  ),
);

const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Splits a text into sentences, one line of text each. */
export function splitSentences(text: string): string[] {
  // A blank line ends a sentence even without a full stop: headings, table cells, code.
  return text
    .split(/\n\s*\n/)
    .flatMap((block) => [...sentenceSegmenter.segment(block.replace(/\s+/g, ' '))])
    .map(({ segment }) => segment.trim())
    .filter((sentence) => contentWords(sentence).length > 0);
}

/** The words of a sentence that carry meaning, in lower case. */
export function contentWords(text: string): string[] {
  return [...wordSegmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment.toLowerCase())
    .filter((word) => !COMMON.has(word));
}

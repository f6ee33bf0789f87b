import { contentWords } from './sentences.ts';

/**
 * Scores sentences by how often their words occur in the whole text and by where they stand:
 * the first sentences of a text usually say what it is about.
 */
export function scoreByImportance(sentences: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const word of sentences.flatMap(contentWords)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return sentences.map((sentence, index) => {
    const words = contentWords(sentence);
    const total = words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    // The square root keeps long sentences from winning by length alone.
    return total / Math.sqrt(words.length + 3) + 2 / (index + 1);
  });
}

/** Scores sentences by how many of the question's words they contain. */
export function scoreByQuestion(sentences: readonly string[], question: string): number[] {
  const asked = new Set(contentWords(question).map(stem));
  return sentences.map((sentence) => {
    const words = new Set(contentWords(sentence).map(stem));
    return [...asked].filter((word) => words.has(word)).length;
  });
}

/** The `count` best sentences in the order of the text. */
export function pickBest(
  sentences: readonly string[],
  scores: readonly number[],
  count: number,
): string[] {
  return sentences
    .map((sentence, index) => ({ sentence, index, score: scores[index] ?? 0 }))
    .toSorted((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, count)
    .toSorted((a, b) => a.index - b.index)
    .map(({ sentence }) => sentence);
}

// Good enough to let "lenses" meet "lens".
function stem(word: string): string {
  return word.replace(/(?:es|s)$/, '');
}

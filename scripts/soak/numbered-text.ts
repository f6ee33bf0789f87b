/**
 * A text of numbered words, each there once, which the local Hub quotes whole: so that a word that was
 * lost or doubled can be told by its number.
 */
export function numberedText(text: number, words: number): string {
  return `${Array.from({ length: words }, (_, index) => `n${text}w${index + 1}`).join(' ')}.`;
}

/** A question about such a text, to be told from all others by its number. */
export function numberedQuestion(question: number, text: number): string {
  return `q${question}: what is n${text}w1 about?`;
}

/** The numbered words in a text, in order. */
export function numberedWords(text: string): string[] {
  return text.match(/\bn\d+w\d+\b/g) ?? [];
}

/** What a text or a question can be told by; undefined for one that is not from here. */
export function keyOf(text: string): string | undefined {
  return /\bq\d+(?=:)/.exec(text)?.[0] ?? /\bn\d+(?=w1\b)/.exec(text)?.[0];
}

/**
 * The text of `source` with `\n` line endings, made from what is already known of its beginning.
 * A carriage return at the very end is held back until it is clear whether `\n` follows.
 */
export function normaliseLines(previous: { source: string; text: string }, source: string): string {
  const { length } = previous.source;
  const from = previous.source.endsWith('\r') ? length - 1 : length;
  const to = source.endsWith('\r') ? source.length - 1 : source.length;
  return previous.text + source.slice(from, to).replace(/\r\n?/g, '\n');
}

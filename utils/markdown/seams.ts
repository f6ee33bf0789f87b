/** Stands in a text where an answer was continued. For private use (Unicode §23.5), so no model writes it. */
export const SEAM = '\ue5ea';

/**
 * Marks where an answer was continued, at the next white space: inside a word, a link or a mark of
 * Markdown it would change what they are.
 *
 * @param seams offsets into the text, ascending
 */
export function withSeams(text: string, seams: readonly number[]): string {
  let marked = '';
  let from = 0;
  for (const seam of seams) {
    const space = text.slice(seam).search(/\s/);
    const to = space < 0 ? text.length : seam + space;
    marked += text.slice(from, to);
    // At the end nothing has been continued yet.
    if (to < text.length) marked += SEAM;
    from = to;
  }
  return marked + text.slice(from);
}

/** The text as it was. */
export function withoutSeams(text: string): string {
  return text.replaceAll(SEAM, '');
}

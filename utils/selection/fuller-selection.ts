/** Firefox passes at most this many characters of a selection to a menu handler, and says nothing. */
const FIREFOX_LIMIT = 16_384;

/** A selection, and whether the browser kept the rest of it back. */
export interface Selection {
  text: string;
  isCut: boolean;
}

/**
 * Decides between what the browser passed to the menu handler and what was read again in the page.
 * Chromium turns line breaks into spaces in the former, Firefox cuts it; the latter can be empty (a
 * closed shadow root, a PDF) or a different selection. The one with more in it wins, the page's at a tie.
 */
export function fullerSelection(passed: string, read: string | undefined): Selection {
  if (read !== undefined && substance(read) >= substance(passed) && substance(read) > 0) {
    return { text: trimLines(read), isCut: false };
  }
  return { text: trimLines(passed), isCut: passed.length === FIREFOX_LIMIT };
}

/** How much a text holds besides white space, which the two sources treat differently. */
function substance(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** Removes empty lines at both ends; the first line keeps its indentation. */
function trimLines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

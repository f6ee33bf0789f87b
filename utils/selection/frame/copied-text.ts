/** Firefox gives a made event its own clipboard when these are there, and knows no `clipboardData`. */
interface FirefoxClipboard {
  dataType: string;
  data: string;
}

/** Monaco says here whether nothing was selected: it copies the line of the caret then. */
const MONACO_TYPE = 'vscode-editor-data';

/**
 * Asks an editor what it would copy, by an event with a clipboard of its own: the real clipboard is not
 * touched. Editors that draw only a part of their text answer with all that is selected, in its lines.
 *
 * @param input where the editor takes its keys
 * @returns empty when it says that nothing is selected, `undefined` when nothing answers
 */
export function copiedText(input: Element): string | undefined {
  const init: ClipboardEventInit & FirefoxClipboard = {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData: new DataTransfer(),
    dataType: 'text/plain',
    data: '',
  };
  const event = new ClipboardEvent('copy', init);
  input.dispatchEvent(event);
  const clipboard = event.clipboardData;
  if (/"isFromEmptySelection":true/.test(clipboard?.getData(MONACO_TYPE) ?? '')) return '';
  return clipboard?.getData('text/plain') || undefined;
}

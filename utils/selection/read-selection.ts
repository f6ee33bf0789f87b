import { fullerSelection, type Selection } from './fuller-selection';
import { readFrames } from './read-frames';

/** Why a selection is not taken: it is a secret, or it is in a field that nobody could look at. */
type Withheld = 'secret-field' | 'unseen-field';

/** Where a menu was opened. */
interface Place {
  tabId: number | undefined;
  frameId: number | undefined;
  /** In a field. Where its frame can't be read, nothing tells a password that is shown from a text. */
  isEditable?: boolean | undefined;
}

/**
 * Reads the selection again in the frame where the menu was opened. Frames of another origin, PDF
 * viewers and the browser's own pages refuse: there the passed text stands, unless it is in a field.
 *
 * @returns without text, and why, what must not be sent
 */
export async function readSelection(
  { tabId, frameId = 0, isEditable = false }: Place,
  passed: string,
): Promise<Selection & { withheld?: Withheld }> {
  const isTab = tabId !== undefined && tabId >= 0;
  const [frame] = isTab ? await readFrames({ tabId, frameIds: [frameId] }) : [];
  if (!frame && isEditable) return withhold('unseen-field');
  if (frame?.kind === 'secret') return withhold('secret-field');
  const read = frame?.kind === 'text' ? frame : undefined;
  const { text, isCut } = fullerSelection(passed, read?.text);
  return { text, isCut: isCut || read?.isCut || frame?.kind === 'drawn' };
}

function withhold(withheld: Withheld): Selection & { withheld: Withheld } {
  return { text: '', isCut: false, withheld };
}

import type { Surroundings } from '@/utils/runs/run';
import { fullerSelection, type Selection } from './fuller-selection';
import { readFrames } from './read-frames';

/** Why a selection is not taken: it is a secret, or it is in a field that nobody could look at. */
type Withheld = 'secret-field' | 'unseen-field';

/** A selection as it was read again. */
export interface ReadSelection extends Selection {
  /** What a word or two stand in. */
  sentence?: string;
  withheld?: Withheld;
}

/** More of a title says no more. Characters. */
const LONGEST_TITLE = 120;

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
): Promise<ReadSelection> {
  const isTab = tabId !== undefined && tabId >= 0;
  const [frame] = isTab ? await readFrames({ tabId, frameIds: [frameId] }) : [];
  if (!frame && isEditable) return withhold('unseen-field');
  if (frame?.kind === 'secret') return withhold('secret-field');
  const read = frame?.kind === 'text' ? frame : undefined;
  const { text, isCut } = fullerSelection(passed, read?.text);
  const sentence = text === read?.text.trim() ? read.sentence : undefined;
  return {
    text,
    isCut: isCut || read?.isCut || frame?.kind === 'drawn',
    ...(sentence !== undefined && { sentence }),
  };
}

function withhold(withheld: Withheld): Selection & { withheld: Withheld } {
  return { text: '', isCut: false, withheld };
}

/** A selection with what stands around it, of a page with this title. */
export function withSurroundings<S extends object>(
  { sentence, ...selection }: S & { sentence?: string },
  title = '',
): Omit<S, 'sentence'> & { surroundings?: Surroundings } {
  const surroundings = sentence && { sentence, title: title.slice(0, LONGEST_TITLE) };
  return { ...selection, ...(surroundings && { surroundings }) };
}

import { browser } from '@/utils/browser';
import { fullerSelection } from './fuller-selection';
import { readFrames } from './read-frames';
import type { SelectionNote } from './selection-note';

/** The selection of the active tab, and what is to be said about it. */
export interface ActiveTabSelection {
  text: string;
  note?: SelectionNote;
}

/**
 * The selection of the active tab, from whichever of its frames has one; the longest wins. For the popup,
 * whose opening grants `activeTab`.
 */
export async function readActiveTab(): Promise<ActiveTabSelection> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const frames = tab?.id === undefined ? [] : await readFrames({ tabId: tab.id, allFrames: true });
  const kinds = new Set(frames.map(({ kind }) => kind));
  let text = '';
  let isCut = false;
  for (const frame of frames) {
    if (frame.kind === 'text' && frame.text.length > text.length) ({ text, isCut } = frame);
  }
  if (text) return { text: fullerSelection('', text).text, ...(isCut && { note: 'part' }) };
  if (kinds.has('secret')) return { text, note: 'secret' };
  if (kinds.has('drawn')) return { text, note: 'drawn' };
  return { text, note: kinds.size === 0 || kinds.has('foreign') ? 'unreadable' : 'none' };
}

import { browser } from '@/utils/browser';
import type { RunPage, Surroundings } from '@/utils/runs/run';
import { fullerSelection } from './fuller-selection';
import { pageOfTab } from './page-of-tab';
import { readFrames } from './read-frames';
import { withSurroundings } from './read-selection';
import type { SelectionNote } from './selection-note';

/** The selection of the active tab, and what is to be said about it. */
export interface ActiveTabSelection {
  text: string;
  surroundings?: Surroundings;
  page?: RunPage;
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
  let sentence: string | undefined;
  for (const frame of frames) {
    if (frame.kind === 'text' && frame.text.length > text.length)
      ({ text, isCut, sentence } = frame);
  }
  if (text) {
    const read = { text: fullerSelection('', text).text, ...(sentence && { sentence }) };
    const page = pageOfTab(tab);
    const selected = { ...withSurroundings(read, tab?.title), ...(page && { page }) };
    return { ...selected, ...(isCut && { note: 'part' }) };
  }
  if (kinds.has('secret')) return { text, note: 'secret' };
  if (kinds.has('drawn')) return { text, note: 'drawn' };
  return { text, note: kinds.size === 0 || kinds.has('foreign') ? 'unreadable' : 'none' };
}

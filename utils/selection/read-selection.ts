import { browser } from '@/utils/browser';
import { fullerSelection, type Selection } from './fuller-selection';
import { selectionOfFrame } from './selection-of-frame';

/**
 * Reads the selection again in the frame where the menu was opened, by the access that the click has
 * granted (`activeTab`). Frames of another origin, PDF viewers and the browser's own pages refuse:
 * there the passed text stands.
 */
export async function readSelection(
  target: { tabId: number | undefined; frameId: number | undefined },
  passed: string,
): Promise<Selection> {
  const { tabId, frameId = 0 } = target;
  if (tabId === undefined || tabId < 0) return fullerSelection(passed, undefined);
  const read = await run({ tabId, frameIds: [frameId] });
  return fullerSelection(passed, read[0]);
}

/**
 * The selection of the active tab, from whichever of its frames has one; the longest wins. For the popup,
 * whose opening grants `activeTab`. Empty where the page cannot be read.
 */
export async function readActiveTabSelection(): Promise<string> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return '';
  const texts = await run({ tabId: tab.id, allFrames: true });
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  return fullerSelection('', longest).text;
}

async function run(target: {
  tabId: number;
  frameIds?: number[];
  allFrames?: boolean;
}): Promise<string[]> {
  try {
    const results = await browser.scripting.executeScript({ target, func: selectionOfFrame });
    return results.flatMap(({ result }) => (typeof result === 'string' ? [result] : []));
  } catch {
    // A page that may not be read (a store, a PDF, chrome://): not an error, the caller has less to go on.
    return [];
  }
}

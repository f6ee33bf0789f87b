import { browser } from '@/utils/browser';
import type { FrameSelection } from './frame-selection';

/** As WXT names what `entrypoints/selection-of-frame` becomes. */
const SCRIPT = '/selection-of-frame.js';

/**
 * Reads frames of a tab by the access that a click or the opening of the popup has granted
 * (`activeTab`). Those that refuse are left out: a frame of another origin, a PDF, the browser's own pages.
 */
export async function readFrames(target: {
  tabId: number;
  frameIds?: number[];
  allFrames?: boolean;
}): Promise<FrameSelection[]> {
  const inject = () =>
    // At once: a page that goes on loading for ever would never answer otherwise.
    browser.scripting.executeScript({ target, files: [SCRIPT], injectImmediately: true });
  // Chromium can hand on the click before the access that it grants; one answer later that is there.
  const results = await inject()
    .catch(inject)
    // A page that may not be read: not an error, the caller has less to go on.
    .catch(() => []);
  // Firefox answers with `undefined` for pages of its own.
  return results.flatMap((frame) => (frame?.result ? [frame.result as FrameSelection] : []));
}

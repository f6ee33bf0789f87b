import { browser } from '@/utils/browser';
import type { CardInvitation } from './card-channel';

/** As WXT names what `entrypoints/card` becomes. */
const SCRIPT = '/card.js';

/** Chromium names the document; the published types do not know it yet. */
interface Injected {
  documentId?: string;
  result?: unknown;
}

/** Leaves the invitation where only our own scripts in that document find it. Runs there. */
function leave(invitation: CardInvitation): void {
  Object.assign(globalThis, { companionInvitation: invitation });
}

/**
 * Has a card shown in a frame, by the access that a click has granted (`activeTab`).
 *
 * @param keep stores whom the invitation is for, before the card asks
 * @returns whether it shows; not where the page refuses scripts, or has no room
 */
export async function inviteCard(
  { tabId, frameId }: { tabId: number; frameId: number },
  invitation: CardInvitation,
  keep: (documentId: string | undefined) => Promise<void>,
): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  // At once: a page that goes on loading for ever would never answer otherwise.
  const options = { target, injectImmediately: true };
  const leaveIt = () =>
    browser.scripting.executeScript({ ...options, func: leave, args: [invitation] });
  try {
    // Chromium can hand on the click before the access that it grants; one answer later that is there.
    const [left] = (await leaveIt().catch(leaveIt)) as Injected[];
    if (!left) return false;
    await keep(left.documentId);
    const [shown] = await browser.scripting.executeScript({ ...options, files: [SCRIPT] });
    return shown?.result === true;
  } catch {
    // A page that takes no scripts: a PDF, one of the browser's own. The caller has other places.
    return false;
  }
}

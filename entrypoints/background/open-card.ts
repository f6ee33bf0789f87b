import type { MenuChoice } from '@/utils/actions/menu-item-id';
import { inviteCard } from '@/utils/card/invite-card';
import { dropTicket, keepTicket } from '@/utils/messaging/card-tickets';
import { settingsItem } from '@/utils/storage/items';
import type { RunId } from '@/utils/runs/run';

/** Where the menu was opened. */
interface Place {
  tabId: number | undefined;
  frameId: number | undefined;
}

/**
 * Shows a run in a card by the selection.
 *
 * @returns whether the page has it
 */
export async function openCard(
  { tabId = -1, frameId = 0 }: Place,
  { action, surface }: MenuChoice,
  runId: RunId,
): Promise<boolean> {
  const ticket = crypto.randomUUID();
  const keep = (documentId: string | undefined) =>
    keepTicket(ticket, { runId, surface, tabId, frameId, documentId });
  // Where it can't be read, the system's theme does.
  const { theme = 'system' } = (await settingsItem.get().catch(() => undefined)) ?? {};
  const isShown = await inviteCard({ tabId, frameId }, { ticket, action, theme }, keep);
  // Where storage refuses, there was no ticket either.
  if (!isShown) await dropTicket(ticket).catch(() => undefined);
  return isShown;
}

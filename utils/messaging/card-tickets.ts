import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { browser } from '@/utils/browser';
import type { AnswerSurface } from '@/utils/actions/menu-item-id';
import type { RunId } from '@/utils/runs/run';
import { defineStoredItem } from '@/utils/storage/stored-item';
import { withoutEntry } from '@/utils/storage/without-entry';

/** A document that was invited to show one run. */
export interface InvitedPlace {
  runId: RunId;
  /** Where more of the answer is to be shown. */
  surface: AnswerSurface;
  tabId: number;
  frameId: number;
  /** Chromium's name of the document; Firefox has none. */
  documentId?: string | undefined;
}

/** Enough for the cards that a person has open; what is left of pages that are gone makes room for others. */
const KEPT = 20;

/**
 * Who was invited, by ticket. In `session`, which no content script can read, so that a card outlives the
 * background.
 */
const ticketsItem = defineStoredItem(
  'session:cardTickets',
  v.record(
    v.string(),
    v.object({
      runId: v.string(),
      surface: v.picklist(['panel', 'window']),
      tabId: v.number(),
      frameId: v.number(),
      documentId: v.optional(v.string()),
    }),
  ),
);

/** Keeps whom a ticket was given to. */
export async function keepTicket(ticket: string, place: InvitedPlace): Promise<void> {
  await ticketsItem.update((tickets = {}) =>
    Object.fromEntries([...Object.entries(tickets).slice(1 - KEPT), [ticket, place]]),
  );
}

/** Lets a ticket count no longer. */
export async function dropTicket(ticket: string): Promise<void> {
  await ticketsItem.update((tickets) => withoutEntry(tickets, ticket));
}

/** Chromium names the document too; the published types do not know it yet. */
type Sender = Runtime.MessageSender & { documentId?: string };

/**
 * What a sender was invited to show: one of our scripts, in the tab, the frame and the document that got the
 * ticket.
 */
export async function invitedPlace(
  ticket: string,
  sender: Sender,
): Promise<InvitedPlace | undefined> {
  const tickets = new Map(Object.entries((await ticketsItem.get()) ?? {}));
  const place = tickets.get(ticket);
  if (!place || sender.id !== browser.runtime.id) return undefined;
  const isThere = sender.tab?.id === place.tabId && sender.frameId === place.frameId;
  const isSame = place.documentId === undefined || sender.documentId === place.documentId;
  return isThere && isSame ? place : undefined;
}

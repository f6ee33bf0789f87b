import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import type { AnswerSurface } from '@/utils/actions/menu-item-id';
import { browser } from '@/utils/browser';
import { CARD_PORT, type CardEvent } from '@/utils/card/card-channel';
import { cardHead } from '@/utils/card/card-head';
import type { Run, RunId } from '@/utils/runs/run';
import type { RunStore } from '@/utils/runs/run-store';
import { markRead } from '@/utils/runs/run-views';
import { dropTicket, invitedPlace, type InvitedPlace } from './card-tickets';
import { gatherDeltas } from './gather-deltas';
import { cardMessageSchema } from './message-schemas';

/** Where a card's conversation is to be shown. */
export interface MorePlace {
  surface: AnswerSurface;
  /** The window that the card is in. */
  windowId: number | undefined;
  /** This is still within the person's click, as far as the browser passes that on. */
  isGesture: boolean;
}

/** What a card may have done to its own run, and to nothing else. */
export interface CardActions {
  /** The run, also one that only a journal has. Rejects when it is gone. */
  load(id: RunId): Promise<Run>;
  stop(id: RunId): void;
  /** Shows its conversation where the person wants answers. */
  showMore(id: RunId, where: MorePlace): void;
}

/**
 * Tells cards in web pages how their run goes, each of one run alone: the one it was invited to show. A card
 * that leaves stops nothing.
 */
export function serveCards(store: RunStore, actions: CardActions): void {
  const cards = new Map<Runtime.Port, InvitedPlace>();

  const tell = (id: RunId, event: CardEvent) => {
    for (const [port, { runId }] of cards) if (runId === id) post(port, event);
  };
  const tellGone = (id: RunId) => {
    if (!store.get(id)) tell(id, { kind: 'gone' });
  };
  const deltas = gatherDeltas(({ id }, { text }) => tell(id, { kind: 'delta', text }));
  store.observe({
    onText: deltas.add,
    onChange: (run) => {
      deltas.flush();
      tell(run.id, { kind: 'change', ...cardHead(run) });
    },
    onForget: ({ id }) => tellGone(id),
    onViewer: () => {
      for (const id of new Set([...cards.values()].map(({ runId }) => runId))) tellGone(id);
    },
  });

  const attach = async (port: Runtime.Port, ticket: string) => {
    const place = port.sender && (await invitedPlace(ticket, port.sender));
    const run = place && (await actions.load(place.runId).catch(() => undefined));
    // The same to a stranger: a card that heard nothing would ask again and again.
    if (!run) return post(port, { kind: 'gone' });
    deltas.flush();
    cards.set(port, place);
    post(port, { kind: 'snapshot', answer: run.answer, ...cardHead(run) });
  };

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== CARD_PORT) return;
    let attaching: { ticket: string; isDone: Promise<void> } | undefined;
    port.onDisconnect.addListener(() => {
      // Its page is gone, or the person has closed it; the end of the background is told to nobody here.
      if (cards.delete(port) && attaching) void dropTicket(attaching.ticket).catch(() => undefined);
    });
    port.onMessage.addListener((message) => {
      const parsed = v.safeParse(cardMessageSchema, message);
      if (!parsed.success) return;
      const { kind } = parsed.output;
      if (kind === 'attach') {
        const { ticket } = parsed.output;
        attaching ??= { ticket, isDone: attach(port, ticket) };
        return;
      }
      const act = (isGesture: boolean) => {
        const place = cards.get(port);
        if (!place) return;
        const { runId, surface } = place;
        const windowId = port.sender?.tab?.windowId;
        if (kind === 'seen') markRead(store, runId);
        else if (kind === 'stop') actions.stop(runId);
        else actions.showMore(runId, { surface, windowId, isGesture });
      };
      // At once where it can be: the panel opens within the person's click only.
      if (cards.has(port)) act(true);
      else void attaching?.isDone.then(() => act(false));
    });
  });
}

/** A card closes at any time, and others must still hear. */
function post(port: Runtime.Port, event: CardEvent): void {
  try {
    port.postMessage(event);
  } catch {
    // Its end is told to its own listener.
  }
}

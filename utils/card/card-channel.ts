import type { ActionId } from '@/utils/actions/action';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { ThemeChoice } from '@/utils/surfaces/theme';
import type { Receipt, RunState } from '@/utils/runs/run';

/*
 * All that passes between the background and a card in a web page. The page's own scripts can't listen; a
 * page that has taken over its whole process could, so nothing is in it but the one answer.
 */

/** Name of the port that a card opens. */
export const CARD_PORT = 'card';

/** What the background leaves in a document for the card that it then has run there. */
export interface CardInvitation {
  /** Random, so that only who was invited can know it. */
  ticket: string;
  action: ActionId;
  /** As the person has chosen for all pages of ours. */
  theme: ThemeChoice;
}

/** What went wrong; of an endpoint of the person's own, that it did, and not which or where it is. */
export type CardError = CompanionError | { kind: 'own-endpoint' };

/** Where the run stands, without who, what and how much it waits for. */
export type CardState =
  | Exclude<RunState, { kind: 'held' | 'failed' }>
  | { kind: 'held'; by: Extract<RunState, { kind: 'held' }>['by'] }
  | { kind: 'failed'; error: CardError };

/** What of a run a card draws beside its answer. */
export interface CardHead {
  state: CardState;
  seams: readonly number[];
  receipt: Receipt | null;
}

/** What a card hears. */
export type CardEvent =
  /** On attach. */
  | ({ kind: 'snapshot'; answer: string } & CardHead)
  | ({ kind: 'change' } & CardHead)
  | { kind: 'delta'; text: string }
  /** The run was deleted, or is not for whoever looks now or asks here. */
  | { kind: 'gone' };

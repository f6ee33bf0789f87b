import * as v from 'valibot';
import { ACTION_IDS } from '@/utils/actions/action';
import { modelChoiceSchema } from '@/utils/models/model-choice';
import type { RunState } from '@/utils/runs/run';

const runStateSchema = v.custom<RunState>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    ['held', 'waiting', 'preparing', 'streaming', 'done', 'stopped', 'failed'].includes(
      String(value.kind),
    ),
);

/** The page a text was taken from. */
export const runPageSchema = v.object({
  title: v.string(),
  /** Absolute, http or https. */
  url: v.string(),
});

/** What a person has chosen for one run alone. */
export const runOverrideSchema = v.object({
  choice: v.optional(modelChoiceSchema),
  billTo: v.optional(v.string()),
});

/** What stands around a selected word. */
export const surroundingsSchema = v.object({ sentence: v.string(), title: v.string() });

/** How a text was sent. */
export const briefSchema = v.object({
  language: v.string(),
  otherwise: v.optional(v.string()),
  isRepaired: v.boolean(),
  isMasked: v.boolean(),
});

/** What a run has used. */
export const receiptSchema = v.object({
  inputTokens: v.number(),
  outputTokens: v.number(),
  isEstimated: v.boolean(),
  isPriceEstimated: v.optional(v.boolean()),
  provider: v.optional(v.string()),
  firstTokenMs: v.optional(v.number()),
  tokensPerSecond: v.optional(v.number()),
  costUsd: v.optional(v.number()),
  billTo: v.optional(v.string()),
});

/**
 * A run as it is kept, without its long texts: the selected text, the answer and the reasoning are in
 * stores of their own, so that a list of runs can be read without them.
 */
export const storedRunSchema = v.object({
  /** Epoch milliseconds, and the key: no two runs of an account have the same. */
  startedAt: v.pipe(v.number(), v.integer()),
  id: v.string(),
  /** Id of the first run of its conversation; its own, if it is that. */
  conversation: v.string(),
  action: v.picklist(ACTION_IDS),
  windowId: v.number(),
  page: v.optional(runPageSchema),
  /** The beginning of the text on one line; empty in a follow-up, which has no text of its own. */
  quote: v.string(),
  textLength: v.number(),
  isSelectionCut: v.boolean(),
  question: v.optional(v.string()),
  confirmed: v.optional(
    v.object({ model: v.string(), characters: v.number(), costUsd: v.optional(v.number()) }),
  ),
  /** For this run alone, in place of what the account has chosen. */
  override: v.optional(runOverrideSchema),
  surroundings: v.optional(surroundingsSchema),
  brief: v.optional(briefSchema),
  receipt: v.optional(receiptSchema),
  /** Who it was sent to. */
  choice: v.optional(modelChoiceSchema),
  sentCharacters: v.optional(v.number()),
  /** How many of the oldest questions of the conversation were not sent, for want of room. */
  droppedTurns: v.number(),
  /** Offsets into the answer, where it was continued after it had broken off. */
  seams: v.array(v.number()),
  /** The beginning of the answer on one line, once the run has ended. */
  preview: v.string(),
  state: runStateSchema,
  /** Present until the run has ended: what a background finds of one before it was interrupted. */
  underWay: v.optional(v.literal(1)),
  /** Present until somebody has seen how it ended. */
  unread: v.optional(v.literal(1)),
});

export type StoredRun = v.InferOutput<typeof storedRunSchema>;

/** A piece of an answer, in the order of its key. */
export interface AnswerPiece {
  answer: string;
  reasoning: string;
}

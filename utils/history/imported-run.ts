import * as v from 'valibot';
import { ACTION_IDS } from '@/utils/actions/action';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { RunState } from '@/utils/runs/run';
import type { ExportedRun } from './exported-run';

/** Greatest lengths, in UTF-16 units: more than any run of ours has. */
const LIMITS = {
  id: 64,
  title: 2_000,
  url: 8_192,
  /** Quote, preview. */
  line: 4_000,
  question: 100_000,
  model: 300,
  seams: 1_000,
  long: 10 * 1024 * 1024,
};

/** The last moment that a `Date` can hold. */
const LAST_MOMENT = 8_640_000_000_000_000;

type PlainKind = {
  [K in CompanionError['kind']]: { kind: K } extends Extract<CompanionError, { kind: K }>
    ? K
    : never;
}[CompanionError['kind']];

/** How runs fail, where a kind says all. The words of the others hold values, which a file could forge. */
const PLAIN_KINDS = [
  'client-id-missing',
  'signed-out',
  'session-expired',
  'offline',
  'scope-missing',
  'endpoint-gone',
  'endpoint-not-allowed',
  'built-in-unavailable',
  'text-too-long',
  'stream-cut',
  'stream-damaged',
  'answer-filtered',
  'stalled',
  'interrupted',
  'no-text',
  'no-question',
  'no-models',
  'model-list-unavailable',
  'unexpected',
] as const satisfies readonly PlainKind[];

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const id = v.pipe(text(LIMITS.id), v.regex(/^[\w-]+$/));

const choiceSchema = v.object({
  model: text(LIMITS.model),
  provider: v.optional(text(LIMITS.model)),
  endpoint: v.optional(text(LIMITS.id)),
});

const webAddress = v.pipe(
  text(LIMITS.url),
  v.check((url) => /^https?:\/\//i.test(url) && URL.canParse(url)),
);

const errorSchema = v.fallback(v.object({ kind: v.picklist(PLAIN_KINDS) }), {
  kind: 'unexpected',
});

const stateSchema: v.GenericSchema<unknown, RunState> = v.variant('kind', [
  v.object({ kind: v.literal('done'), finish: v.picklist(['stop', 'length']) }),
  v.object({ kind: v.literal('stopped') }),
  v.object({ kind: v.literal('failed'), error: errorSchema }),
]);

/**
 * A run in a file. The file can come from anywhere, so nothing in it is trusted: a run is ended, its
 * addresses are of the web, its error is one whose words are all ours, and no part is longer than it can be.
 */
export const importedRunSchema: v.GenericSchema<unknown, ExportedRun> = v.object({
  startedAt: v.pipe(count, v.maxValue(LAST_MOMENT)),
  id,
  conversation: id,
  action: v.picklist(ACTION_IDS),
  page: v.optional(v.object({ title: text(LIMITS.title), url: webAddress })),
  quote: text(LIMITS.line),
  textLength: count,
  isSelectionCut: v.boolean(),
  question: v.optional(text(LIMITS.question)),
  // Who pays is not for a file to say.
  override: v.optional(v.object({ choice: v.optional(choiceSchema) })),
  surroundings: v.optional(v.object({ sentence: text(LIMITS.line), title: text(LIMITS.title) })),
  brief: v.optional(
    v.object({
      language: text(LIMITS.id),
      otherwise: v.optional(text(LIMITS.id)),
      isRepaired: v.boolean(),
      isMasked: v.boolean(),
    }),
  ),
  receipt: v.optional(
    v.object({
      inputTokens: count,
      outputTokens: count,
      isEstimated: v.boolean(),
      isPriceEstimated: v.optional(v.boolean()),
      provider: v.optional(text(LIMITS.model)),
      firstTokenMs: v.optional(amount),
      tokensPerSecond: v.optional(amount),
      costUsd: v.optional(amount),
      billTo: v.optional(text(LIMITS.model)),
    }),
  ),
  choice: v.optional(choiceSchema),
  sentCharacters: v.optional(count),
  droppedTurns: count,
  seams: v.pipe(v.array(count), v.maxLength(LIMITS.seams)),
  preview: text(LIMITS.line),
  state: stateSchema,
  text: v.optional(text(LIMITS.long)),
  answer: text(LIMITS.long),
  reasoning: text(LIMITS.long),
});

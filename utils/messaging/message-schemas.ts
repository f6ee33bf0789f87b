import * as v from 'valibot';
import { RETENTIONS, settingsChangeSchema } from '@/utils/account/account-settings';
import { ACTION_IDS } from '@/utils/actions/action';
import { PAGE_SIZE } from '@/utils/history/page-size';
import { runOverrideSchema, runPageSchema, surroundingsSchema } from '@/utils/journal/stored-run';
import { faultKindSchema } from '@/utils/storage/fault';
import { settledSchema, WELCOME_STEPS } from '@/utils/surfaces/welcome-steps';

const runId = v.pipe(v.string(), v.uuid());
const windowId = v.pipe(v.number(), v.integer());

/** How an answer of the browser's own model can end. */
const INFERENCE_ENDS = [
  'stop',
  'length',
  'text-too-long',
  'built-in-unavailable',
  'stream-cut',
] as const;

/** Schema of each request by its kind: what arrives is checked before it is acted on. */
export const requestSchemas = {
  'session.sign-in': v.object({}),
  'session.add-account': v.object({}),
  'session.set-scope': v.object({ scope: v.string(), isOn: v.boolean() }),
  'session.cancel-sign-in': v.object({}),
  'session.switch-account': v.object({ sub: v.string() }),
  'session.sign-out': v.object({ sub: v.string(), deletesHistory: v.optional(v.boolean()) }),
  'settings.set-client-id': v.object({ clientId: v.string() }),
  'settings.set-scopes': v.object({ scopes: v.string() }),
  'settings.set-answers-in': v.object({ surface: v.picklist(['panel', 'window']) }),
  'settings.set-card-action': v.object({ action: v.picklist(ACTION_IDS), isCard: v.boolean() }),
  'settings.set-theme': v.object({ theme: v.picklist(['system', 'light', 'dark']) }),
  'settings.know-memory-only': v.object({}),
  'settings.change': v.object({ sub: v.string(), change: settingsChangeSchema }),
  'welcome.settle': v.object({
    step: v.picklist(WELCOME_STEPS),
    as: v.nullable(settledSchema),
  }),
  'faults.dismiss': v.object({ fault: faultKindSchema }),
  'models.refresh': v.object({}),
  'endpoints.add': v.object({
    url: v.string(),
    name: v.optional(v.string()),
    key: v.optional(v.string()),
    sendsToken: v.boolean(),
  }),
  'endpoints.check': v.object({ id: v.string() }),
  'endpoints.change': v.object({
    id: v.string(),
    name: v.optional(v.string()),
    model: v.optional(v.string()),
    key: v.nullish(v.string()),
    sendsToken: v.optional(v.boolean()),
  }),
  'endpoints.remove': v.object({ id: v.string() }),
  'billing.refresh': v.object({}),
  'device.delete-all': v.object({}),
  'run.start': v.object({
    windowId,
    action: v.picklist(ACTION_IDS),
    text: v.string(),
    question: v.optional(v.string()),
    page: v.optional(runPageSchema),
    surroundings: v.optional(surroundingsSchema),
  }),
  'run.ask': v.object({ runId, question: v.string() }),
  'run.confirm': v.object({ runId }),
  'run.stop': v.object({ runId }),
  'run.retry': v.object({ runId, windowId, override: v.optional(runOverrideSchema) }),
  'run.continue': v.object({ runId }),
  'run.follow-up': v.object({ runId, question: v.string(), windowId }),
  'run.sent': v.object({ runId }),
  'run.send-edited': v.object({ runId, text: v.string(), windowId }),
  'run.show': v.object({ runId, windowId }),
  'history.now': v.object({ sub: v.string() }),
  'history.list': v.object({
    sub: v.string(),
    query: v.string(),
    before: v.optional(v.number()),
    /** Fewer than a page. */
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PAGE_SIZE))),
  }),
  'history.delete': v.object({ sub: v.string(), runId }),
  'history.delete-all': v.object({ sub: v.string() }),
  'history.count': v.object({ sub: v.string() }),
  'history.export': v.object({ sub: v.string(), after: v.optional(v.number()) }),
  'history.import': v.object({ sub: v.string(), batch: v.unknown() }),
  'history.set-retention': v.object({ sub: v.string(), retention: v.picklist(RETENTIONS) }),
} as const;

/** What a viewer says over its port. */
export const viewerMessageSchema = v.variant('kind', [
  /** The first message: whose conversation it shows. */
  v.object({ kind: v.literal('attach'), windowId }),
  /** The person has the end of a run before their eyes. */
  v.object({ kind: v.literal('seen'), runId }),
  /** It shows more of an interrupted run than the background has found again. */
  v.object({
    kind: v.literal('recover'),
    runId,
    answer: v.string(),
    reasoning: v.string(),
  }),
  /** A piece of what the browser's own model answers to what this view was asked. */
  v.object({ kind: v.literal('inferred'), id: v.string(), text: v.string() }),
  /** How that has ended: as the model wanted, or by an error. */
  v.object({ kind: v.literal('inferred-end'), id: v.string(), end: v.picklist(INFERENCE_ENDS) }),
]);

/** What a card in a web page may say over its port; each about the one run it was invited to show. */
export const cardMessageSchema = v.variant('kind', [
  /** The first message. */
  v.object({ kind: v.literal('attach'), ticket: v.string() }),
  v.object({ kind: v.literal('stop') }),
  /** The person wants the panel. */
  v.object({ kind: v.literal('more') }),
  /** The person has the end of the run before their eyes. */
  v.object({ kind: v.literal('seen') }),
]);

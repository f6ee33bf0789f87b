import * as v from 'valibot';
import { ACTION_IDS } from '@/utils/actions/action';
import type { RunId, RunSnapshot } from '@/utils/runs/run';

/*
 * Every message between contexts. Requests have one answer, a Result; run ports carry one run's answer
 * as it grows. Messages are JSON-safe, and hold no token, ever.
 */

const runId = v.pipe(v.string(), v.uuid());
const windowId = v.pipe(v.number(), v.integer());

/** Schema of each request by its kind: what arrives is checked before it is acted on. */
export const requestSchemas = {
  'session.sign-in': v.object({}),
  'session.sign-out': v.object({}),
  'settings.set-client-id': v.object({ clientId: v.string() }),
  'settings.select-model': v.object({ model: v.optional(v.string()) }),
  'models.refresh': v.object({}),
  'run.start': v.object({
    windowId,
    action: v.picklist(ACTION_IDS),
    text: v.string(),
    question: v.optional(v.string()),
  }),
  'run.ask': v.object({ runId, question: v.string() }),
  'run.confirm': v.object({ runId }),
  'run.stop': v.object({ runId }),
  'run.retry': v.object({ runId }),
} as const;

export type RequestKind = keyof typeof requestSchemas;

export type RequestParameters<K extends RequestKind> = v.InferOutput<(typeof requestSchemas)[K]>;

/** What each request answers with, when it succeeds. */
export interface RequestResults {
  'session.sign-in': null;
  'session.sign-out': null;
  'settings.set-client-id': null;
  'settings.select-model': null;
  'models.refresh': null;
  'run.start': RunId;
  'run.ask': null;
  'run.confirm': null;
  'run.stop': null;
  'run.retry': RunId;
}

/** Name of the port that a viewer of runs opens. */
export const RUN_PORT = 'runs';

/** The first and only message of a viewer: whose newest run it shows. */
export const attachSchema = v.object({ kind: v.literal('attach'), windowId });

/** What a viewer hears. Ports keep the order, so there are no numbers; after a reconnect a snapshot comes first. */
export type RunPortEvent =
  /** On attach, and when a run starts: the newest run of the window, whole; `null` when there is none. */
  | { kind: 'snapshot'; run: RunSnapshot | null }
  /** Anything but the answer has changed. */
  | { kind: 'change'; run: Omit<RunSnapshot, 'answer'> }
  /** The answer has grown. */
  | { kind: 'delta'; runId: RunId; text: string }
  /** Signed out: all runs are forgotten. */
  | { kind: 'cleared' };

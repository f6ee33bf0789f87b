import type * as v from 'valibot';
import type { UserCode } from '@/utils/account/user-code';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { RunId, RunSnapshot } from '@/utils/runs/run';
import type { requestSchemas } from './message-schemas';

/*
 * Every message between contexts. Requests have one answer, a Result; run ports carry one run's answer
 * as it grows. Messages are JSON-safe, and hold no token, ever. What the background checks them with is
 * in message-schemas.ts, which the pages need not load.
 */

/** A request's name, `<what>.<verb>`. */
export type RequestKind = keyof typeof requestSchemas;

/** What each request is sent with. */
export type RequestParameters<K extends RequestKind> = v.InferOutput<(typeof requestSchemas)[K]>;

/** What each request answers with, when it succeeds. */
export interface RequestResults {
  'session.sign-in': null;
  'session.add-account': null;
  'session.set-scope': null;
  'session.cancel-sign-in': null;
  'session.switch-account': null;
  'session.sign-out': null;
  'settings.set-client-id': null;
  'settings.set-scopes': null;
  'settings.set-answers-in': null;
  'settings.know-memory-only': null;
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

/** What a viewer hears. Ports keep the order, so there are no numbers; after a reconnect a snapshot comes first. */
export type RunPortEvent =
  /** On attach, and when a run starts: the run of the window, whole; `null` when there is none. */
  | { kind: 'snapshot'; run: RunSnapshot | null }
  /** Anything but the answer has changed. */
  | { kind: 'change'; run: Omit<RunSnapshot, 'answer'> }
  /** The answer has grown. */
  | { kind: 'delta'; runId: RunId; text: string }
  /** The window has no run to show: signed out, or another account is in use. */
  | { kind: 'cleared' };

/** Name of the port that a page signs in over with a code; it lasts as long as the page shows it. */
export const DEVICE_SIGN_IN_PORT = 'device-sign-in';

/** What such a page hears: a code, and then one of the two ends, or an end at once. */
export type DeviceSignInEvent =
  | ({ kind: 'code' } & UserCode)
  | { kind: 'signed-in' }
  | { kind: 'failed'; error: CompanionError };

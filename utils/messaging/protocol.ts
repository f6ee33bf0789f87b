import type * as v from 'valibot';
import type { UserCode } from '@/utils/account/user-code';
import type { ChatMessage } from '@/utils/actions/messages';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { ExportedPage } from '@/utils/history/export-history';
import type { HistoryPage, HistoryRow } from '@/utils/history/history-row';
import type { ImportResult } from '@/utils/history/import-history';
import type { RunHead, RunId, RunSnapshot } from '@/utils/runs/run';
import type { SentRequest } from '@/utils/runs/run';
import type { requestSchemas, viewerMessageSchema } from './message-schemas';

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
  'settings.set-card-action': null;
  'settings.set-theme': null;
  'settings.know-memory-only': null;
  'settings.change': null;
  'welcome.settle': null;
  'faults.dismiss': null;
  'models.refresh': null;
  /** Its id. */
  'endpoints.add': string;
  'endpoints.check': null;
  'endpoints.change': null;
  'endpoints.remove': null;
  'billing.refresh': null;
  'device.delete-all': null;
  'run.start': RunId;
  'run.ask': null;
  'run.confirm': null;
  'run.stop': null;
  'run.retry': RunId;
  'run.continue': null;
  'run.follow-up': RunId;
  'run.sent': SentRequest;
  'run.send-edited': RunId;
  'run.show': null;
  'history.now': HistoryRow[];
  'history.list': HistoryPage;
  'history.delete': null;
  'history.delete-all': null;
  'history.count': number;
  'history.export': ExportedPage;
  'history.import': ImportResult;
  'history.set-retention': null;
}

/** Name of the port that a viewer of runs opens. */
export const RUN_PORT = 'runs';

/** What a viewer says. */
export type ViewerMessage = v.InferOutput<typeof viewerMessageSchema>;

/** How an answer of the browser's own model can end. */
export type InferenceEnd = Extract<ViewerMessage, { kind: 'inferred-end' }>['end'];

/** What a viewer hears. Ports keep the order, so there are no numbers; after a reconnect a snapshot comes first. */
export type RunPortEvent =
  /**
   * On attach, when a run starts, and when something else is to be shown: the newest run of the window's
   * conversation and those before it; `null` on attach, when there is none.
   */
  | {
      kind: 'snapshot';
      run: RunSnapshot | null;
      earlier: RunSnapshot[];
      /** `sub` of the account in use. */
      viewer: string | null;
    }
  /** Anything but the answer has changed. */
  | { kind: 'change'; run: RunHead }
  /** The answer, or the reasoning, has grown. */
  | { kind: 'delta'; runId: RunId; text: string; reasoning: string }
  /** To one view alone: it is to have the browser's own model answer this. */
  | { kind: 'infer'; id: string; messages: ChatMessage[]; maxTokens: number }
  /** What it was asked is of no use any more. */
  | { kind: 'stop-inferring'; id: string }
  /** A run that this view does not show has begun, changed or gone. */
  | { kind: 'elsewhere' }
  /** The window has nothing to show any more: deleted, signed out, or another account is in use. */
  | { kind: 'cleared' };

/** Name of the port that a page signs in over with a code; it lasts as long as the page shows it. */
export const DEVICE_SIGN_IN_PORT = 'device-sign-in';

/** What such a page hears: a code, and then one of the two ends, or an end at once. */
export type DeviceSignInEvent =
  | ({ kind: 'code' } & UserCode)
  | { kind: 'signed-in' }
  | { kind: 'failed'; error: CompanionError };

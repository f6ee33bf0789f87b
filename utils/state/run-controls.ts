import { request } from '@/utils/messaging/request-client';
import type { Result } from '@/utils/result';
import type { RunOverride } from '@/utils/runs/run';
import type { RunModel } from './run-model';

/** The controls of the run that a view shows, as requests to the background. Nothing fails where there is no run. */
export function createRunControls({ run }: RunModel, windowId: number) {
  const send =
    (answer: (runId: string) => Promise<Result<unknown>>) => async (): Promise<Result<unknown>> =>
      run.value ? await answer(run.value.id) : { ok: true, value: null };
  return {
    onStop: send((runId) => request('run.stop', { runId })),
    onRetry: send((runId) => request('run.retry', { runId, windowId })),
    onContinue: send((runId) => request('run.continue', { runId })),
    onRetryWith: (override: RunOverride) =>
      send((runId) => request('run.retry', { runId, windowId, override }))(),
    onConfirm: send((runId) => request('run.confirm', { runId })),
    readSent: async (runId: string) => await request('run.sent', { runId }),
    onSendEdited: (text: string) =>
      send((runId) => request('run.send-edited', { runId, text, windowId }))(),
    onAsk: (question: string) => send((runId) => request('run.ask', { runId, question }))(),
    onFollowUp: (question: string) =>
      send((runId) => request('run.follow-up', { runId, question, windowId }))(),
  };
}

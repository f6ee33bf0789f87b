import type { Result } from '@/utils/result';
import type { RunId, RunOverride, SentRequest } from '@/utils/runs/run';

/** What a person can do with a run. Each resolves with whether it was possible. */
export interface RunControls {
  onStop: () => Promise<Result<unknown>>;
  onRetry: () => Promise<Result<unknown>>;
  onContinue: () => Promise<Result<unknown>>;
  /** Does the same again with this, in place of what the account has chosen. */
  onRetryWith: (override: RunOverride) => Promise<Result<unknown>>;
  /** What was sent for a run. */
  readSent: (runId: RunId) => Promise<Result<SentRequest>>;
  /** Does the same with the text as the person has edited it. */
  onSendEdited: (text: string) => Promise<Result<unknown>>;
  onConfirm: () => Promise<Result<unknown>>;
  onAsk: (question: string) => Promise<Result<unknown>>;
  onFollowUp: (question: string) => Promise<Result<unknown>>;
}

/** The same controls, each preceded by `first`. */
export function precededBy(first: () => void, controls: RunControls): RunControls {
  const preceded =
    <A extends unknown[]>(control: (...values: A) => Promise<Result<unknown>>) =>
    (...values: A) => {
      first();
      return control(...values);
    };
  return {
    onStop: preceded(controls.onStop),
    onRetry: preceded(controls.onRetry),
    onRetryWith: preceded(controls.onRetryWith),
    onContinue: preceded(controls.onContinue),
    readSent: controls.readSent,
    onSendEdited: preceded(controls.onSendEdited),
    onConfirm: preceded(controls.onConfirm),
    onAsk: preceded(controls.onAsk),
    onFollowUp: preceded(controls.onFollowUp),
  };
}

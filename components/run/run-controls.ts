import type { Result } from '@/utils/result';
import type { RunId, RunOverride, SentRequest } from '@/utils/runs/run';

/** What a person can do with a run. */
export interface RunControls {
  onStop: () => void;
  onRetry: () => void;
  onContinue: () => void;
  /** Does the same again with this, in place of what the account has chosen. */
  onRetryWith: (override: RunOverride) => void;
  /** What was sent for a run. */
  readSent: (runId: RunId) => Promise<Result<SentRequest>>;
  /** Does the same with the text as the person has edited it. */
  onSendEdited: (text: string) => void;
  onConfirm: () => void;
  onAsk: (question: string) => void;
  onFollowUp: (question: string) => void;
}

/** The same controls, each preceded by `first`. */
export function precededBy(first: () => void, controls: RunControls): RunControls {
  const preceded =
    <A extends unknown[]>(control: (...values: A) => void) =>
    (...values: A) => {
      first();
      control(...values);
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

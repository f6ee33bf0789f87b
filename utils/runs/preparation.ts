import type { CompanionError } from '@/utils/errors/companion-error';
import type { ChatModel } from '@/utils/models/chat-model';
import type { ModelChoice } from '@/utils/models/model-choice';
import type { PlannedRun } from './plan-run';
import type { Brief, RunState } from './run';
import type { RunTarget } from './target';

/** What is to be sent. */
export interface PreparedRun extends PlannedRun {
  brief: Brief;
  choice: ModelChoice;
  target: RunTarget;
  /** The model at the highest price of who may serve it, with the prices of all who do. */
  served: ChatModel;
  /** At most, at list price; `undefined` where no price is known. */
  costUsd: number | undefined;
  /** Tokens of this model for one that we estimate. */
  tokenRatio: number;
}

/** A run is ready, or waits for the person, or cannot be done. `owner` is the account it is for, if one is known. */
export type Preparation =
  | { kind: 'ready'; prepared: PreparedRun; owner: string | undefined }
  | {
      kind: 'held';
      state: Extract<RunState, { kind: 'held' }>;
      brief?: Brief;
      choice?: ModelChoice;
      owner: string | undefined;
    }
  | { kind: 'failed'; error: CompanionError; owner: string | undefined };

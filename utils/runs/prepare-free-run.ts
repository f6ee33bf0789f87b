import type { AccountSettings } from '@/utils/account/account-settings';
import type { ChatModel } from '@/utils/models/chat-model';
import type { ModelChoice } from '@/utils/models/model-choice';
import { holdForConfirmation, isConfirmed } from './hold-for-confirmation';
import { makeBrief } from './make-brief';
import { planRun } from './plan-run';
import type { Preparation } from './preparation';
import type { Run } from './run';
import type { RunTarget } from './target';

/** A run for which nobody pays Hugging Face. */
export interface FreeRun {
  run: Run;
  earlier: readonly Run[];
  choice: ModelChoice;
}

/** Where it goes, and for whom. */
interface FreeRunContext {
  owner: string | undefined;
  /** Those of the owner, or of nobody. */
  settings: AccountSettings | undefined;
  served: ChatModel;
  target: RunTarget;
}

/** Prepares a run that may go where it is to go: it costs nothing that could be known here, so only a cut text is asked about. */
export async function prepareFreeRun(
  { run, earlier, choice }: FreeRun,
  { owner, settings, served, target }: FreeRunContext,
): Promise<Preparation> {
  const brief = await makeBrief(run, settings);
  const plan = planRun({ ...run, brief }, earlier, served);
  if (!plan) return { kind: 'failed', error: { kind: 'text-too-long' }, owner };
  const proposal = { owner, brief, choice, characters: plan.characters, costUsd: undefined };
  if (plan.isCut && !isConfirmed(run, proposal)) return holdForConfirmation('cut', proposal);
  return {
    kind: 'ready',
    owner,
    prepared: { ...plan, brief, choice, target, served, tokenRatio: 1, costUsd: undefined },
  };
}

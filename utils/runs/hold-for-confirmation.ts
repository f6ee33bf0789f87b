import type { ModelChoice } from '@/utils/models/model-choice';
import type { AskReason } from '@/utils/money/reason-to-ask';
import type { Preparation } from './preparation';
import type { Brief, Run } from './run';

/** What would be done, as the person is asked about it. */
interface Proposal {
  owner: string | undefined;
  brief: Brief;
  /** With the model that is meant. */
  choice: ModelChoice;
  /** How much of the text would go. */
  characters: number;
  /** At most, at list price; `undefined` where no price is known. */
  costUsd: number | undefined;
}

/** True when the person has said yes to just this, or to more. */
export function isConfirmed(
  { confirmed }: Pick<Run, 'confirmed'>,
  { choice, characters, costUsd }: Pick<Proposal, 'choice' | 'characters' | 'costUsd'>,
): boolean {
  if (confirmed?.model !== choice.model || confirmed.characters !== characters) return false;
  // What is not known is never within what was agreed to.
  if (costUsd === undefined) return confirmed.costUsd === undefined;
  return costUsd <= (confirmed.costUsd ?? 0);
}

/** The run waits for a yes. */
export function holdForConfirmation(
  reason: AskReason,
  { owner, brief, choice, characters, costUsd }: Proposal,
): Preparation {
  const asked = { reason, sendCharacters: characters, costUsd };
  return {
    kind: 'held',
    state: { kind: 'held', by: 'confirmation', ...asked },
    brief,
    choice,
    owner,
  };
}

import type { ActionId } from '@/utils/actions/action';
import { OVERHEAD_TOKENS, planAction } from '@/utils/actions/plan';
import type { ChatModel } from '@/utils/models/chat-model';
import { costUsd } from '@/utils/models/cost';
import type { Serving } from '@/utils/models/served-by';
import { estimateTokens } from '@/utils/models/estimate-tokens';

/** What a run will about cost, USD at list price; the two are the same where one provider is certain. */
export interface CostEstimate {
  low: number;
  high: number;
}

/** Tokens of an answer whose length does not follow the text's, as answers usually are. */
const USUAL_ANSWER: Partial<Record<ActionId, number>> = { explain: 350, ask: 250 };
/** Of the text's length, for the other actions; */
const USUAL_SHARE: Partial<Record<ActionId, number>> = { summarize: 0.25 };
/** and what even the shortest takes. */
const SHORTEST_ANSWER = 40;
/** What a model that thinks usually thinks first. */
const USUAL_THINKING = 800;

/**
 * What an action on a text will about cost. Less than its bound, which is what asking first goes by.
 *
 * @param ratio tokens of this model for one that we estimate
 * @returns `undefined` where no price is known
 */
export function estimateCost(
  { action, text }: { action: ActionId; text: string },
  model: ChatModel,
  { price }: Pick<Serving, 'price'>,
  ratio: number,
): CostEstimate | undefined {
  if (!price) return undefined;
  const plan = planAction(action, text, model);
  const textTokens = estimateTokens(plan.text) * ratio;
  const usual = USUAL_ANSWER[action] ?? textTokens * (USUAL_SHARE[action] ?? 1) + SHORTEST_ANSWER;
  const thinking = model.isThinking ? USUAL_THINKING : 0;
  const tokens = {
    inputTokens: textTokens + OVERHEAD_TOKENS * ratio,
    outputTokens: Math.min(usual + thinking, plan.maxTokens),
  };
  return {
    low: costUsd({ price: price.low }, tokens) ?? 0,
    high: costUsd({ price: price.high }, tokens) ?? 0,
  };
}

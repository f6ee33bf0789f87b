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
const USUAL_ANSWER = { explain: 350, ask: 250 };
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
  const own: Partial<Record<ActionId, number>> = USUAL_ANSWER;
  const usual = own[action] ?? textTokens * (USUAL_SHARE[action] ?? 1) + SHORTEST_ANSWER;
  return costOf(price, {
    inputTokens: textTokens + OVERHEAD_TOKENS * ratio,
    outputTokens: Math.min(usual + thinkingOf(model), plan.maxTokens),
  });
}

/**
 * What one more question in a conversation will about cost: all that was said goes along, as far as it fits.
 *
 * @param saidTokens of the text, the questions and the answers so far, as we estimate them
 * @param ratio tokens of this model for one that we estimate
 * @returns `undefined` where no price is known
 */
export function estimateFollowUp(
  saidTokens: number,
  model: ChatModel,
  { price }: Pick<Serving, 'price'>,
  ratio: number,
): CostEstimate | undefined {
  if (!price) return undefined;
  const said = (saidTokens + OVERHEAD_TOKENS) * ratio;
  return costOf(price, {
    inputTokens: Math.min(said, model.contextLength ?? Infinity),
    outputTokens: USUAL_ANSWER.ask + thinkingOf(model),
  });
}

function thinkingOf({ isThinking }: ChatModel): number {
  return isThinking ? USUAL_THINKING : 0;
}

function costOf(
  { low, high }: NonNullable<Serving['price']>,
  tokens: { inputTokens: number; outputTokens: number },
): CostEstimate {
  return { low: costUsd({ price: low }, tokens) ?? 0, high: costUsd({ price: high }, tokens) ?? 0 };
}

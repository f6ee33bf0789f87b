import type { ChatModel } from '@/utils/models/chat-model';
import { costUsd } from '@/utils/models/cost';
import { estimateTokens, takeTokens } from '@/utils/models/estimate-tokens';
import type { ActionId } from './action';

/** What sending a text would mean. */
export interface Plan {
  /** The text that fits: the whole, or its beginning. */
  text: string;
  isCut: boolean;
  /** Bound on the answer, with the thinking before it, in tokens. */
  maxTokens: number;
  /** Highest list price in USD; `undefined` when the model has no known price. */
  costUsd: number | undefined;
}

/** Assumed where a model does not say. */
const UNKNOWN_CONTEXT = 16_384;
/** Instructions and fences, generously. */
export const OVERHEAD_TOKENS = 400;
/** Providers commonly refuse to write more at once. */
const MAXIMUM_OUTPUT = 8_192;
/** Answers whose length does not follow the text's. */
const FIXED_OUTPUT: Partial<Record<ActionId, number>> = {
  summarize: 1_024,
  explain: 1_536,
  ask: 1_536,
};
/** A translation or rewriting can be this much longer than the text, */
const GROWTH = 1.5;
/** and a short one by some tokens more. */
const GROWTH_TOKENS = 64;

/** Thinking counts against the bound on the answer and is paid for like it. */
const THINKING_TOKENS = 4_096;

/** Plans a run: how much of the text fits the model, how long the answer may be, what it costs at most. */
export function planAction(action: ActionId, text: string, model: ChatModel): Plan {
  const fixedOutput = FIXED_OUTPUT[action];
  const thinking = thinkingTokens(model);
  const room = contextRoom(model) - thinking;
  const maximumAnswer = MAXIMUM_OUTPUT - thinking;
  const capacity =
    fixedOutput === undefined
      ? Math.min((room - GROWTH_TOKENS) / (1 + GROWTH), (maximumAnswer - GROWTH_TOKENS) / GROWTH)
      : room - fixedOutput;
  const fitting = takeTokens(text, Math.max(0, Math.floor(capacity)));
  const textTokens = estimateTokens(fitting);
  const maxTokens = answerTokens(action, textTokens, model);
  return {
    text: fitting,
    isCut: fitting.length < text.length,
    maxTokens,
    costUsd: costUsd(model, { inputTokens: textTokens + OVERHEAD_TOKENS, outputTokens: maxTokens }),
  };
}

/** How many tokens a model takes in and gives out together, instructions left out. */
export function contextRoom(model: ChatModel): number {
  return (model.contextLength ?? UNKNOWN_CONTEXT) - OVERHEAD_TOKENS;
}

/** Bound on an answer, with the thinking before it, in tokens. */
export function answerTokens(action: ActionId, textTokens: number, model: ChatModel): number {
  const answer = FIXED_OUTPUT[action] ?? Math.ceil(textTokens * GROWTH) + GROWTH_TOKENS;
  return answer + thinkingTokens(model);
}

function thinkingTokens({ isThinking }: ChatModel): number {
  return isThinking ? THINKING_TOKENS : 0;
}

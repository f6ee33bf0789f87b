import type { ChatModel } from './chat-model';

/** List price of a run in USD; `undefined` when the model's price is not known. */
export function costUsd(
  model: Pick<ChatModel, 'price'>,
  tokens: { inputTokens: number; outputTokens: number },
): number | undefined {
  const { price } = model;
  if (!price) return undefined;
  return (tokens.inputTokens * price.input + tokens.outputTokens * price.output) / 1_000_000;
}

import type { ChatMessage } from '@/utils/actions/messages';
import type { Meter, Usage } from '@/utils/inference/meter';
import type { ChatModel } from '@/utils/models/chat-model';
import { costUsd } from '@/utils/models/cost';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import type { Receipt } from './run';

/** What a request was, and what came of it. */
interface Completion {
  meter: Meter;
  messages: readonly ChatMessage[];
  /** Text and thoughts that came. */
  output: string;
  /** With the prices of those who may have served it. */
  model: ChatModel;
  /** Tokens of this model for one that we count. */
  ratio: number;
  billTo: string | undefined;
}

/**
 * The receipt of a request, by the server's count of tokens and the list price of who has served it. Where
 * the server gave no count, as of an answer that was stopped, tokens and price are estimates; where no list has
 * who has served, the price is one, of the dearest that may have.
 *
 * @returns `undefined` for a request that no server has taken: it costs nothing
 */
export function makeReceipt(completion: Completion): Receipt | undefined {
  const { meter, model, billTo } = completion;
  if (!meter.isTaken) return undefined;
  const usage = meter.usage ?? estimateUsage(completion);
  const listed = model.providers?.find(({ name }) => name === meter.provider);
  const cost = costUsd(listed ?? model, usage);
  return {
    ...usage,
    isEstimated: meter.usage === undefined,
    ...(listed === undefined && cost !== undefined && cost > 0 && { isPriceEstimated: true }),
    provider: meter.provider,
    ...timesOf(meter, usage.outputTokens),
    costUsd: cost,
    billTo,
  };
}

/** The receipt of a run that was gone on with: both requests are paid for. Its times are those of the later one. */
export function addReceipts(earlier: Receipt | undefined, later: Receipt): Receipt {
  if (!earlier) return later;
  const isPriced = earlier.costUsd !== undefined && later.costUsd !== undefined;
  return {
    ...later,
    inputTokens: earlier.inputTokens + later.inputTokens,
    outputTokens: earlier.outputTokens + later.outputTokens,
    isEstimated: earlier.isEstimated || later.isEstimated,
    isPriceEstimated: earlier.isPriceEstimated || later.isPriceEstimated,
    costUsd: isPriced ? (earlier.costUsd ?? 0) + (later.costUsd ?? 0) : undefined,
  };
}

function estimateUsage({ messages, output, ratio }: Completion): Usage {
  const input = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  return {
    inputTokens: Math.round(input * ratio),
    outputTokens: Math.round(estimateTokens(output) * ratio),
  };
}

function timesOf(
  { sentAt, firstAt, lastAt }: Meter,
  outputTokens: number,
): Pick<Receipt, 'firstTokenMs' | 'tokensPerSecond'> {
  if (sentAt === undefined || firstAt === undefined || lastAt === undefined) return {};
  const seconds = (lastAt - firstAt) / 1000;
  return {
    firstTokenMs: Math.round(firstAt - sentAt),
    // An answer in one piece has no speed.
    tokensPerSecond: seconds > 0 ? Math.round(outputTokens / seconds) : undefined,
  };
}

import type { InferenceEnd, RunPortEvent } from '@/utils/messaging/protocol';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import { languageModel } from './language-model';

type Asked = Extract<RunPortEvent, { kind: 'infer' }>;

/** Characters that are counted at once: alone, a piece of a word or two would count for too much. */
const COUNTED_AT_ONCE = 256;

/**
 * Has the browser's own model answer. It knows no bound on an answer, and a small model that has begun to
 * repeat itself doesn't end by itself, so here is one.
 *
 * @param onText hears each piece of the answer
 * @returns how it ended; `undefined` once `signal` was aborted
 */
export async function infer(
  { messages, maxTokens }: Pick<Asked, 'messages' | 'maxTokens'>,
  signal: AbortSignal,
  onText: (text: string) => void,
): Promise<InferenceEnd | undefined> {
  const initialPrompts = messages.slice(0, -1);
  const input = messages.at(-1)?.content ?? '';
  const session = await create(initialPrompts, signal);
  if (typeof session !== 'object') return signal.aborted ? undefined : session;
  try {
    let tokens = 0;
    let uncounted = '';
    for await (const piece of session.promptStreaming(input, { signal })) {
      if (signal.aborted) return undefined;
      onText(piece);
      uncounted += piece;
      if (uncounted.length < COUNTED_AT_ONCE) continue;
      tokens += estimateTokens(uncounted);
      uncounted = '';
      if (tokens > maxTokens) return 'length';
    }
    return signal.aborted ? undefined : 'stop';
  } catch (cause) {
    return signal.aborted ? undefined : isTooLong(cause) ? 'text-too-long' : 'stream-cut';
  } finally {
    session.destroy();
  }
}

async function create(initialPrompts: Asked['messages'], signal: AbortSignal) {
  try {
    return (await languageModel()?.create({ initialPrompts, signal })) ?? 'built-in-unavailable';
  } catch (cause) {
    return isTooLong(cause) ? 'text-too-long' : 'built-in-unavailable';
  }
}

function isTooLong(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'QuotaExceededError';
}

import { Failure } from '@/utils/errors/failure';
import { limitAnswer } from './answer-limit';
import type { Usage } from './meter';
import { errorEventFailure, parseChatChunk } from './chat-chunk';
import { readServerSentEvents } from './server-sent-events';
import { splitThinking, type AnswerDelta, type ThinkingSplitter } from './split-thinking';

/** Why an answer ended: the model was done, or the answer hit its bound. */
export interface AnswerEnd {
  finish: 'stop' | 'length';
}

/** What hears of the stream besides its text. */
export interface AnswerListener {
  /** Called for every piece of data. */
  onBytes: () => void;
  /**
   * Called when the server says how many tokens the request takes, and without when text comes after such a
   * count, which it is not in. The last time counts.
   */
  onUsage: (usage: Usage | undefined) => void;
}

/**
 * Reads the body of a streamed chat completion: yields text and thoughts as they arrive, returns why the
 * model stopped. Whatever ends it, all that had arrived has been yielded.
 *
 * @throws Failure; a stream that ends without `[DONE]` and without a finish reason is `stream-cut`. What
 *   the body throws, passes through.
 */
export async function* readAnswer(
  body: ReadableStream<Uint8Array>,
  listener: AnswerListener,
): AsyncGenerator<AnswerDelta, AnswerEnd, void> {
  const thinking = splitThinking();
  let end: AnswerEnd;
  try {
    end = yield* readParts(body, listener, thinking);
  } catch (cause) {
    yield* rest(thinking);
    throw cause;
  }
  yield* rest(thinking);
  return end;
}

async function* readParts(
  body: ReadableStream<Uint8Array>,
  { onBytes, onUsage }: AnswerListener,
  thinking: ThinkingSplitter,
): AsyncGenerator<AnswerDelta, AnswerEnd, void> {
  const count = limitAnswer();
  let finish: AnswerEnd['finish'] | undefined;
  for await (const { data, isError, isUnfinished } of readServerSentEvents(body, onBytes)) {
    if (data === '[DONE]') return { finish: finish ?? 'stop' };
    if (isUnfinished && !isJson(data)) break;
    if (isError) throw errorEventFailure(data);
    const chunk = parseChatChunk(data);
    if (chunk.usage || chunk.text || chunk.reasoning) onUsage(chunk.usage);
    finish = chunk.finishReason ?? finish;
    const split = thinking.push(chunk.text);
    const part = { text: split.text, reasoning: chunk.reasoning + split.reasoning };
    count(part);
    if (part.text || part.reasoning) yield part;
  }
  if (!finish) throw new Failure({ kind: 'stream-cut' });
  return { finish };
}

function* rest(thinking: ThinkingSplitter): Generator<AnswerDelta, void, void> {
  const part = thinking.end();
  if (part.text || part.reasoning) yield part;
}

function isJson(data: string): boolean {
  try {
    JSON.parse(data);
    return true;
  } catch {
    return false;
  }
}

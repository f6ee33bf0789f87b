import * as v from 'valibot';
import { Failure } from '@/utils/errors/failure';
import { oneLine, readErrorBody } from './error-body';
import type { Usage } from './meter';

/** What one event of the stream brings. */
export interface ChatChunk {
  text: string;
  /** What the model thinks before it answers, where its provider tells that apart from the answer. */
  reasoning: string;
  /** Why the model stopped, once it has. `length` means that the answer hit its bound. */
  finishReason: 'stop' | 'length' | undefined;
  /** What the request takes, so far or in all; most servers say it once, at the end. */
  usage: Usage | undefined;
}

const deltaSchema = v.object({
  content: v.optional(v.nullable(v.string())),
  // Two names for the same. Neither is in OpenAI's schema, so a shape nobody knows is no damage.
  reasoning: v.optional(v.unknown()),
  reasoning_content: v.optional(v.unknown()),
});

const tokens = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const chunkSchema = v.object({
  choices: v.optional(
    v.array(
      v.object({
        delta: v.optional(deltaSchema),
        finish_reason: v.optional(v.nullable(v.string())),
      }),
    ),
    [],
  ),
  // A shape nobody knows is no damage: the receipt is estimated then.
  usage: v.fallback(
    v.nullish(v.object({ prompt_tokens: tokens, completion_tokens: tokens })),
    null,
  ),
});

/**
 * Reads the `data` of one server-sent event of a chat completion. A usage event has no choices; other
 * fields of providers are ignored.
 *
 * @throws Failure `stream-damaged` for what is not a chunk, `stream-error` for an error inside a good stream,
 *   `answer-filtered` when the provider stopped the answer
 */
export function parseChatChunk(data: string): ChatChunk {
  const value = parseJson(data);
  if (typeof value === 'object' && value !== null && 'error' in value && value.error) {
    throw new Failure({ kind: 'stream-error', message: readErrorBody(value).message });
  }
  const chunk = v.safeParse(chunkSchema, value);
  if (!chunk.success) throw new Failure({ kind: 'stream-damaged' });
  const { usage } = chunk.output;
  const [choice] = chunk.output.choices;
  return {
    text: choice?.delta?.content ?? '',
    reasoning: textOf(choice?.delta?.reasoning) || textOf(choice?.delta?.reasoning_content),
    finishReason: choice?.finish_reason ? toFinishReason(choice.finish_reason) : undefined,
    usage: usage
      ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens }
      : undefined,
  };
}

/** The error that an event named `error` tells of: its data are an error body, a JSON string or plain words. */
export function errorEventFailure(data: string): Failure {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    // Words for people need not be JSON.
    value = data;
  }
  const message = typeof value === 'string' ? oneLine(value) : readErrorBody(value).message;
  return new Failure({ kind: 'stream-error', message: message || undefined });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function toFinishReason(reason: string): 'stop' | 'length' {
  if (reason === 'content_filter') throw new Failure({ kind: 'answer-filtered' });
  return reason === 'length' ? 'length' : 'stop';
}

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch (cause) {
    throw new Failure({ kind: 'stream-damaged' }, { cause });
  }
}

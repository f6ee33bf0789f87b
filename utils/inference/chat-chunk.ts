import * as v from 'valibot';
import { Failure } from '@/utils/errors/failure';
import { readErrorBody } from './error-body';

/** What one event of the stream brings. */
export interface ChatChunk {
  text: string;
  /** Why the model stopped, once it has. `length` means that the answer hit its bound. */
  finishReason: 'stop' | 'length' | undefined;
}

const chunkSchema = v.object({
  choices: v.optional(
    v.array(
      v.object({
        delta: v.optional(v.object({ content: v.optional(v.nullable(v.string())) })),
        finish_reason: v.optional(v.nullable(v.string())),
      }),
    ),
    [],
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
  const [choice] = chunk.output.choices;
  return {
    text: choice?.delta?.content ?? '',
    finishReason: choice?.finish_reason ? toFinishReason(choice.finish_reason) : undefined,
  };
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

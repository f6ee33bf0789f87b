import { randomUUID } from 'node:crypto';
import type { ChatAnswer } from './chat-answer.ts';

/** One event of the stream; `text` is the part of the answer in it. */
export interface Frame {
  readonly data: string;
  readonly text: string;
}

/** The events of a streamed chat completion (OpenAI chat completion chunk), `[DONE]` included. */
export function chatFrames(model: string, answer: ChatAnswer, includeUsage: boolean): Frame[] {
  const head = { id: completionId(), object: 'chat.completion.chunk', created: seconds(), model };
  const frame = (more: object, text = ''): Frame => ({
    data: JSON.stringify({ ...head, ...more }),
    text,
  });
  const content = answer.pieces.map((piece, index) => {
    const delta = index === 0 ? { role: 'assistant', content: piece } : { content: piece };
    return frame({ choices: [{ index: 0, delta, finish_reason: null }] }, piece);
  });
  const end = { index: 0, delta: {}, finish_reason: answer.finishReason };
  return [
    ...content,
    frame({ choices: [end] }),
    ...(includeUsage ? [frame({ choices: [], usage: answer.usage })] : []),
    { data: '[DONE]', text: '' },
  ];
}

/** The same answer in one piece (OpenAI chat completion). */
export function chatCompletion(model: string, answer: ChatAnswer): object {
  const message = { role: 'assistant', content: answer.pieces.join('') };
  return {
    id: completionId(),
    object: 'chat.completion',
    created: seconds(),
    model,
    choices: [{ index: 0, message, finish_reason: answer.finishReason }],
    usage: answer.usage,
  };
}

function completionId(): string {
  return `chatcmpl-${randomUUID()}`;
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

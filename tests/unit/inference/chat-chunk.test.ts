// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { errorEventFailure, parseChatChunk } from '@/utils/inference/chat-chunk';
import { Failure } from '@/utils/errors/failure';

function chunk(choice: object): string {
  return JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [choice] });
}

function errorOf(data: string): unknown {
  try {
    return parseChatChunk(data);
  } catch (cause) {
    if (cause instanceof Failure) return cause.error;
    throw cause;
  }
}

describe('parseChatChunk', () => {
  it.each([
    ['text', chunk({ index: 0, delta: { content: 'Hello' } }), 'Hello', undefined],
    ['white space', chunk({ delta: { content: '\n ' } }), '\n ', undefined],
    ['the role alone', chunk({ delta: { role: 'assistant' } }), '', undefined],
    ['null content', chunk({ delta: { content: null } }), '', undefined],
    ['an empty delta', chunk({ delta: {} }), '', undefined],
    ['no delta', chunk({ index: 0 }), '', undefined],
    ['a null reason', chunk({ delta: { content: 'a' }, finish_reason: null }), 'a', undefined],
    ['an empty reason', chunk({ delta: { content: 'a' }, finish_reason: '' }), 'a', undefined],
    ['a stop', chunk({ delta: {}, finish_reason: 'stop' }), '', 'stop'],
    ['text and a stop', chunk({ delta: { content: '.' }, finish_reason: 'stop' }), '.', 'stop'],
    ['the end of a text model', chunk({ delta: {}, finish_reason: 'eos_token' }), '', 'stop'],
    ['a length', chunk({ delta: {}, finish_reason: 'length' }), '', 'length'],
    ['usage', '{"choices":[],"usage":{"prompt_tokens":1}}', '', undefined],
    ['usage without choices', '{"usage":{"prompt_tokens":1}}', '', undefined],
    ['a null error', '{"error":null,"choices":[]}', '', undefined],
  ])('reads a chunk with %s', (_title, data, text, finishReason) => {
    expect(parseChatChunk(data)).toEqual({ text, reasoning: '', finishReason });
  });

  it.each([
    ['reasoning', { reasoning: 'Hm' }, '', 'Hm'],
    ['reasoning_content', { reasoning_content: 'Hm', content: '' }, '', 'Hm'],
    ['both, which say the same, once', { reasoning: 'Hm', reasoning_content: 'Hm' }, '', 'Hm'],
    ['one of them empty', { reasoning: '', reasoning_content: 'Hm' }, '', 'Hm'],
    ['one of them null', { reasoning: null, content: 'A' }, 'A', ''],
    ['thoughts and text at once', { reasoning: 'Hm', content: 'A' }, 'A', 'Hm'],
    ['thoughts of a shape that nobody knows', { reasoning: { steps: [] }, content: 'A' }, 'A', ''],
  ])('tells thoughts from text: %s', (_title, delta, text, reasoning) => {
    expect(parseChatChunk(chunk({ delta }))).toEqual({ text, reasoning, finishReason: undefined });
  });

  it.each([
    ['no JSON', 'oops'],
    ['half of a JSON', '{"choices":[{"de'],
    ['nothing', ''],
    ['null', 'null'],
    ['a text', '"a"'],
    ['choices that are no list', '{"choices":{}}'],
    ['content that is no text', '{"choices":[{"delta":{"content":7}}]}'],
  ])('calls %s damaged', (_title, data) => {
    expect(errorOf(data)).toEqual({ kind: 'stream-damaged' });
  });

  it.each([
    ['an object', '{"error":{"message":"out of memory","code":500}}', 'out of memory'],
    ['a text', '{"error":"overloaded"}', 'overloaded'],
    ['an object without words', '{"error":{"code":1}}', undefined],
    ['words of many lines', '{"error":"a\\n\\n\\u0000b"}', 'a b'],
  ])('tells of an error that is %s', (_title, data, message) => {
    expect(errorOf(data)).toEqual({ kind: 'stream-error', message });
  });
});

describe('errorEventFailure', () => {
  it.each([
    ['an error body', '{"error":{"message":"out of memory"}}', 'out of memory'],
    ['an error body with a text', '{"error":"overloaded"}', 'overloaded'],
    ['a text in JSON', '"overloaded"', 'overloaded'],
    ['plain words', 'over\u0000loaded', 'over loaded'],
    ['nothing known', '{}', undefined],
    ['an empty text', '""', undefined],
  ])('reads %s', (_title, data, message) => {
    expect(errorEventFailure(data).error).toEqual({ kind: 'stream-error', message });
  });
});

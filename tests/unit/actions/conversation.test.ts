// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { planConversation, type Exchange } from '@/utils/actions/conversation';
import type { ChatModel } from '@/utils/models/chat-model';

const MODEL: ChatModel = {
  id: 'org/model',
  liveProviders: 1,
  isThinking: false,
  contextLength: 8_000,
  price: { input: 1, output: 2 },
};
const SUMMARY: Exchange = {
  action: 'summarize',
  question: undefined,
  answer: 'Lenses bend light.',
};

function asked(number: number, size = 1): Exchange {
  return {
    action: 'ask',
    question: `Question ${number}?`,
    answer: `Answer ${number}. `.repeat(size),
  };
}

function plan(exchanges: Exchange[], text = 'A lens bends light.') {
  return planConversation({ text, exchanges, question: 'Why?', language: 'German' }, MODEL);
}

const roles = (exchanges: Exchange[]) => plan(exchanges).messages?.map(({ role }) => role);

describe('planConversation', () => {
  it('sends the text once, what was said since, and the question last', () => {
    const { messages, dropped } = plan([SUMMARY, asked(1)]);
    expect(dropped).toBe(0);
    const contents = messages?.map(({ content }) => content) ?? [];
    expect(contents.join().split('A lens bends light.')).toHaveLength(2);
    expect(contents[1]).toMatch(/^<<<TEXT (\S+)\nA lens bends light\.\nTEXT \1>>>\n\nSummarize/);
    expect(contents.slice(2)).toEqual(['Lenses bend light.', 'Question 1?', 'Answer 1. ', 'Why?']);
    expect(roles([SUMMARY, asked(1)])).toEqual([
      'system',
      'user',
      'assistant',
      'user',
      'assistant',
      'user',
    ]);
  });

  it('leaves out the oldest, and no more than it must, when the model has no room', () => {
    const exchanges = [SUMMARY, ...[1, 2, 3, 4].map((number) => asked(number, 800))];
    const { messages, dropped } = plan(exchanges);
    expect(dropped).toBe(3);
    expect(messages?.some(({ content }) => content.includes('Answer 2.'))).toBe(false);
    expect(messages?.some(({ content }) => content.includes('Answer 3.'))).toBe(true);
    expect(messages?.[1]?.content).toMatch(/A lens bends light\.[\s\S]*Question 3\?$/);
    expect(roles(exchanges)).toEqual(['system', 'user', 'assistant', 'user', 'assistant', 'user']);
  });

  it('keeps the text and the question even when nothing else has room', () => {
    const { messages, dropped } = plan([asked(1, 10_000)]);
    expect(dropped).toBe(1);
    expect(messages?.at(-1)?.content).toMatch(/A lens bends light\.[\s\S]*Why\?$/);
  });

  it('is no conversation when text and question alone are too long', () => {
    expect(plan([SUMMARY], 'word '.repeat(10_000)).messages).toBeUndefined();
  });

  it('prices all that is sent', () => {
    const short = plan([SUMMARY]).costUsd ?? 0;
    expect(plan([SUMMARY, asked(1, 300)]).costUsd ?? 0).toBeGreaterThan(short);
  });
});

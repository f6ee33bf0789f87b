// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { planConversation } from '@/utils/actions/plan-conversation';
import type { ChatModel } from '@/utils/models/chat-model';
import type { Run } from '@/utils/runs/run';
import { run } from '../support/runs';

const MODEL: ChatModel = {
  id: 'org/model',
  liveProviders: 1,
  isThinking: false,
  contextLength: 8_000,
  price: { input: 1, output: 2 },
};
const brief = { language: 'de', isRepaired: false, isMasked: false };

function asked(number: number, size = 1): Run {
  return run(`turn-${number}`, {
    brief,
    conversation: 'first',
    action: 'ask',
    text: '',
    question: `Question ${number}?`,
    answer: `Answer ${number}. `.repeat(size),
  });
}

function plan(turns: Run[], text = 'A lens bends light.', answer = 'Lenses bend light.') {
  const first = run('first', { brief, text, answer });
  return planConversation({ ...asked(9), question: 'Why?', answer: '' }, [first, ...turns], MODEL);
}

describe('planConversation', () => {
  it('sends all where there is room', () => {
    const { messages, dropped } = plan([asked(1)]);
    expect(dropped).toBe(0);
    expect(messages).toHaveLength(6);
  });

  it('leaves out the oldest, and no more than it must, when the model has no room', () => {
    const { messages, dropped } = plan([1, 2, 3, 4].map((number) => asked(number, 800)));
    expect(dropped).toBe(3);
    expect(messages?.some(({ content }) => content.includes('Answer 2.'))).toBe(false);
    expect(messages?.some(({ content }) => content.includes('Answer 3.'))).toBe(true);
    expect(messages?.[1]?.content).toMatch(/A lens bends light\.[\s\S]*Question 3\?$/);
  });

  it('keeps the text and the question even when nothing else has room', () => {
    const { messages, dropped } = plan([], 'A lens bends light.', 'word '.repeat(10_000));
    expect(dropped).toBe(1);
    expect(messages?.at(-1)?.content).toMatch(/A lens bends light\.[\s\S]*Why\?$/);
  });

  it('is no conversation when text and question alone are too long', () => {
    expect(plan([], 'word '.repeat(10_000)).messages).toBeUndefined();
  });

  it('counts all that is sent', () => {
    const { inputTokens } = plan([]);
    expect(plan([asked(1, 300)]).inputTokens).toBeGreaterThan(inputTokens);
  });
});

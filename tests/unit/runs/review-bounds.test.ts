// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { costUsd } from '@/utils/models/cost';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import { planRun } from '@/utils/runs/plan-run';
import { chatModel } from '../support/chat-models';
import { run } from '../support/runs';

const MODEL = chatModel('org/model', {
  price: { input: 10, output: 10 },
  contextLength: 200_000,
});
const BRIEF = { language: 'en', isRepaired: false, isMasked: false };

describe('the highest price of a run', () => {
  it('counts the answer that it goes on with: that is sent too', () => {
    const begun = run('a', { brief: BRIEF, answer: 'A lens bends light. '.repeat(3_000) });
    const plan = planRun(begun, [], MODEL);
    const inputTokens = estimateTokens(plan?.messages.map(({ content }) => content).join('') ?? '');
    const atMost = costUsd(MODEL, { inputTokens, outputTokens: plan?.maxTokens ?? 0 });
    expect(plan?.costUsd).toBeGreaterThanOrEqual(atMost ?? Infinity);
  });
});

// @vitest-environment node
import { expect, it } from 'vitest';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import { planRun } from '@/utils/runs/plan-run';
import { chatModel } from '../support/chat-models';
import { run } from '../support/runs';

const MODEL = chatModel('org/model', { contextLength: 200_000 });
const BRIEF = { language: 'en', isRepaired: false, isMasked: false };

it('counts the answer that a run goes on with: it is sent and paid for too', () => {
  const answer = 'A lens bends light. '.repeat(3_000);
  const begun = run('a', { brief: BRIEF, answer, seams: [answer.length] });
  const plan = planRun(begun, [], MODEL);
  expect(plan?.inputTokens).toBeGreaterThanOrEqual(estimateTokens(answer));
});

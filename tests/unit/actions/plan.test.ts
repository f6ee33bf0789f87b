// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ACTION_IDS, type ActionId } from '@/utils/actions/action';
import { planAction } from '@/utils/actions/plan';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import { bareModel, chatModel } from '../support/chat-models';

const model = chatModel('a/b', { contextLength: 32_000 });
const LONG = 'lighthouse '.repeat(100_000);
const FIXED: ActionId[] = ['summarize', 'explain', 'ask'];
const GROWING: ActionId[] = ['translate', 'rewrite', 'fix-grammar'];

describe('planAction', () => {
  it.each(ACTION_IDS)('sends a short text whole to %s', (action) => {
    expect(planAction(action, 'A short text.', model)).toMatchObject({
      text: 'A short text.',
      isCut: false,
    });
  });

  it.each(ACTION_IDS)('[R34] cuts a text of a million characters to what fits to %s', (action) => {
    const plan = planAction(action, LONG, model);
    expect(plan.isCut).toBe(true);
    expect(LONG.startsWith(plan.text)).toBe(true);
    expect(plan.text.length).toBeGreaterThan(1_000);
    // With 400 tokens for the instructions.
    expect(estimateTokens(plan.text) + plan.maxTokens + 400).toBeLessThanOrEqual(32_000);
  });

  it.each(FIXED)('uses nearly the whole context for the text to %s', (action) => {
    const plan = planAction(action, LONG, model);
    expect(estimateTokens(plan.text)).toBeGreaterThan(32_000 - plan.maxTokens - 400 - 20);
  });

  it.each(FIXED)('never lets an answer to %s grow beyond 2048 tokens', (action) => {
    expect(planAction(action, LONG, model).maxTokens).toBeLessThanOrEqual(2_048);
  });

  it.each(['summarize', 'explain'] as const)(
    'lets a short text have a short answer to %s',
    (action) => {
      const short = planAction(action, 'A short text, not long.', model);
      expect(short.maxTokens).toBeLessThan(700);
      expect(planAction(action, LONG, model).maxTokens).toBe(2_048);
    },
  );

  it('keeps the explanation of a word short, Chinese too', () => {
    expect(planAction('explain', '灯塔', model).maxTokens).toBe(512);
    expect(planAction('explain', 'lens', model).maxTokens).toBe(512);
  });

  it('counts what goes besides the text', () => {
    const besides = 'a'.repeat(35_000);
    const plan = planAction('summarize', LONG, model, besides);
    expect(estimateTokens(plan.text) + 10_000 + plan.maxTokens + 400).toBeLessThanOrEqual(32_000);
  });

  it.each(GROWING)('leaves room for a longer answer than the text to %s', (action) => {
    const text = 'word '.repeat(1_000);
    expect(planAction(action, text, model).maxTokens).toBeGreaterThanOrEqual(
      Math.ceil(estimateTokens(text) * 1.25),
    );
  });

  it.each(GROWING)('never asks for more than 8192 tokens to %s, so it cuts earlier', (action) => {
    const large = chatModel('a/large', { contextLength: 1_000_000 });
    const plan = planAction(action, LONG, large);
    expect(plan.maxTokens).toBeLessThanOrEqual(8_192);
    expect(plan.maxTokens).toBeGreaterThan(8_000);
    expect(planAction('summarize', LONG, large).text.length).toBeGreaterThan(plan.text.length);
  });

  it('cuts Chinese, with a token a character, much earlier than English', () => {
    const chinese = planAction('summarize', '灯台的光穿过雾。'.repeat(20_000), model);
    expect(chinese.text.length).toBeGreaterThan(29_000);
    expect(chinese.text.length).toBeLessThan(30_000);
    expect(planAction('summarize', LONG, model).text.length).toBeGreaterThan(100_000);
  });

  it('assumes a context of 16k tokens where the model does not say', () => {
    const unknown = planAction('summarize', LONG, bareModel('a/unknown'));
    const known = planAction('summarize', LONG, chatModel('a/known', { contextLength: 16_384 }));
    expect(unknown.text).toBe(known.text);
  });

  it('sends nothing where the instructions alone fill the context', () => {
    const tiny = chatModel('a/tiny', { contextLength: 512 });
    expect(planAction('summarize', 'A text.', tiny)).toMatchObject({ text: '', isCut: true });
  });

  it('counts instructions, text and the longest answer', () => {
    const plan = planAction('summarize', 'a'.repeat(3_500), model);
    expect(plan).toMatchObject({ inputTokens: 1_000 + 400, maxTokens: 756 });
  });

  describe('for a model that thinks', () => {
    const thinking = { ...model, isThinking: true };

    it.each(ACTION_IDS)('leaves 4096 tokens more for the answer to %s', (action) => {
      const plain = planAction(action, 'A short text.', model);
      const plan = planAction(action, 'A short text.', thinking);
      expect(plan).toMatchObject({ text: 'A short text.', isCut: false });
      expect(plan.maxTokens).toBe(plain.maxTokens + 4_096);
    });

    it.each(ACTION_IDS)('keeps text and answer within the context to %s', (action) => {
      const plan = planAction(action, LONG, thinking);
      expect(plan.isCut).toBe(true);
      expect(plan.text.length).toBeGreaterThan(1_000);
      expect(estimateTokens(plan.text) + plan.maxTokens + 400).toBeLessThanOrEqual(32_000);
    });

    it.each(ACTION_IDS)('leaves room for a text in a small context to %s', (action) => {
      const small = { ...thinking, contextLength: 4_096 };
      const plan = planAction(action, 'A short text.', small);
      expect(plan.isCut).toBe(false);
      expect(plan.maxTokens).toBeLessThan(4_096 - 400);
    });

    it.each(FIXED)('takes that much less text to %s', (action) => {
      const plain = estimateTokens(planAction(action, LONG, model).text);
      const left = estimateTokens(planAction(action, LONG, thinking).text);
      expect(Math.abs(plain - left - 4_096)).toBeLessThan(20);
    });

    it.each(GROWING)('never asks for more than 8192 tokens to %s either', (action) => {
      const large = { ...thinking, contextLength: 1_000_000 };
      const { maxTokens } = planAction(action, LONG, large);
      expect(maxTokens).toBeLessThanOrEqual(8_192);
      expect(maxTokens).toBeGreaterThan(8_000);
    });
  });
});

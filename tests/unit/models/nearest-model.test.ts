// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { freeModels } from '@/utils/models/free-models';
import { nearestModel } from '@/utils/models/nearest-model';
import { isThinkingName } from '@/utils/models/thinking-name';
import { chatModel } from '../support/chat-models';

/** As on the list of the router, autumn 2026 and before. */
const LIST = [
  'demo/default',
  'deepseek-ai/DeepSeek-R1-0528',
  'deepseek-ai/DeepSeek-R1-Distill-Llama-70B',
  'deepseek-ai/DeepSeek-V3-0324',
  'deepseek-ai/DeepSeek-V3.2-Exp',
  'google/gemma-2-9b-it',
  'google/gemma-3-12b-it',
  'google/gemma-3n-E4B-it',
  'meta-llama/Llama-3.1-8B-Instruct',
  'meta-llama/Llama-3.1-70B-Instruct',
  'meta-llama/Llama-4-Scout-17B-16E-Instruct',
  'meta-llama/Llama-Guard-4-12B',
  'mistralai/Mistral-7B-Instruct-v0.2',
  'moonshotai/Kimi-K2-Instruct',
  'openai/gpt-oss-20b',
  'openai/gpt-oss-safeguard-120b',
  'Qwen/Qwen2.5-Coder-32B-Instruct',
  'Qwen/Qwen2.5-VL-72B-Instruct',
  'Qwen/Qwen3-235B-A22B-Thinking-2507',
  'Qwen/Qwen3-30B-A3B-Instruct-2507',
  'Qwen/Qwen3-4B-Instruct-2507',
  'Qwen/Qwen3-Coder-480B-A35B-Instruct',
  'Qwen/Qwen3-Next-80B-A3B-Instruct',
  'zai-org/GLM-4.5-Air',
].map((id) => {
  // The default of the list, since the others have one provider.
  const liveProviders = id === 'demo/default' ? 9 : 1;
  return chatModel(id, { isThinking: isThinkingName(id), liveProviders });
});

function nearest(id: string, models = LIST): string | undefined {
  return nearestModel(models, id)?.id;
}

describe('nearestModel', () => {
  it.each([
    ['meta-llama/Llama-3.3-70B-Instruct', 'meta-llama/Llama-3.1-70B-Instruct'],
    ['meta-llama/Meta-Llama-3-8B-Instruct', 'meta-llama/Llama-3.1-8B-Instruct'],
    ['meta-llama/Llama-4-Maverick-17B-128E-Instruct', 'meta-llama/Llama-4-Scout-17B-16E-Instruct'],
    ['Qwen/Qwen3-235B-A22B-Instruct-2507', 'Qwen/Qwen3-Next-80B-A3B-Instruct'],
    ['Qwen/Qwen3-8B', 'Qwen/Qwen3-4B-Instruct-2507'],
    ['Qwen/Qwen3-Coder-30B-A3B-Instruct', 'Qwen/Qwen2.5-Coder-32B-Instruct'],
    ['Qwen/Qwen3-Next-80B-A3B-Thinking', 'Qwen/Qwen3-235B-A22B-Thinking-2507'],
    ['Qwen/Qwen2.5-VL-7B-Instruct', 'Qwen/Qwen2.5-VL-72B-Instruct'],
    ['deepseek-ai/DeepSeek-V3.1', 'deepseek-ai/DeepSeek-V3.2-Exp'],
    ['deepseek-ai/DeepSeek-R1', 'deepseek-ai/DeepSeek-R1-0528'],
    ['openai/gpt-oss-120b', 'openai/gpt-oss-20b'],
    ['google/gemma-3-27b-it', 'google/gemma-3-12b-it'],
    ['mistralai/Mistral-7B-Instruct-v0.3', 'mistralai/Mistral-7B-Instruct-v0.2'],
    ['moonshotai/Kimi-K2-Instruct-0905', 'moonshotai/Kimi-K2-Instruct'],
    ['zai-org/GLM-4.6', 'zai-org/GLM-4.5-Air'],
  ])('lets for %s stand in %s', (gone, expected) => {
    expect(nearest(gone)).toBe(expected);
  });

  it.each([
    ['of an organization with no other', 'CohereLabs/command-a-reasoning-08-2025'],
    ['of the same organization, but another family', 'google/shieldwood-2b'],
    ['of the same family by somebody else', 'unsloth/Llama-3.3-70B-Instruct'],
    ['whose organization has only words in common', 'mistralai/Mixtral-8x7B-Instruct-v0.1'],
    ['that is no id at all', 'gone'],
  ])('takes the default for a model %s', (_title, gone) => {
    expect(nearest(gone)).toBe('demo/default');
  });

  it.each([
    ['a coder', 'Qwen/Qwen3-Coder-480B-A35B-Instruct', 'Qwen/Qwen3-235B-A22B-Instruct-2507'],
    ['a guard', 'meta-llama/Llama-Guard-4-12B', 'meta-llama/Llama-3.2-11B-Instruct'],
  ])('never lets %s stand in for one that talks', (_title, specialist, gone) => {
    expect(
      nearest(gone, [chatModel(specialist), chatModel('demo/default', { liveProviders: 9 })]),
    ).toBe('demo/default');
  });

  it('lets one that talks stand in for a specialist, and one that thinks for one that does not', () => {
    const talks = chatModel('Qwen/Qwen3-30B-A3B-Instruct-2507');
    expect(nearest('Qwen/Qwen3-Coder-30B-A3B-Instruct', [talks])).toBe(talks.id);
    const thinks = chatModel('deepseek-ai/DeepSeek-R1', { isThinking: true });
    expect(nearest('deepseek-ai/DeepSeek-V3.1', [thinks])).toBe(thinks.id);
  });

  it.each(['meta-llama/Llama-3.1-70B-Instruct', 'META-LLAMA/llama-3.1-70b-instruct'])(
    'never names the model itself, %s, though it is on the list',
    (id) => {
      expect(nearest(id)).toBe('meta-llama/Llama-4-Scout-17B-16E-Instruct');
      expect(nearest(id, [chatModel('meta-llama/Llama-3.1-70B-Instruct')])).toBeUndefined();
    },
  );

  it('takes the one with more providers of two that are as near, then the first in the alphabet', () => {
    const a = chatModel('org/lens-7b-a1');
    const b = chatModel('org/lens-7b-b1');
    expect(nearest('org/lens-7b', [b, a])).toBe(a.id);
    expect(nearest('org/lens-7b', [a, { ...b, liveProviders: 2 }])).toBe(b.id);
  });

  it('has none where the list is empty', () => {
    expect(nearest('org/model', [])).toBeUndefined();
  });
});

describe('freeModels', () => {
  const FREE = { input: 0, output: 0 };

  it('has those that cost nothing: large enough first, then those that do not think', () => {
    const models = [
      chatModel('a/dear'),
      chatModel('a/half-free', { price: { input: 0, output: 0.1 } }),
      chatModel('b/small', { price: FREE, contextLength: 8_000, liveProviders: 5 }),
      chatModel('c/thinks', { price: FREE, isThinking: true, liveProviders: 5 }),
      chatModel('e/one', { price: FREE }),
      chatModel('d/one', { price: FREE }),
      chatModel('f/many', { price: FREE, liveProviders: 2 }),
    ];
    expect(freeModels(models).map(({ id }) => id)).toEqual([
      'f/many',
      'd/one',
      'e/one',
      'c/thinks',
      'b/small',
    ]);
  });

  it('leaves out those whose price is not known', () => {
    expect(freeModels([{ id: 'a/b', liveProviders: 1, isThinking: false }])).toEqual([]);
  });
});

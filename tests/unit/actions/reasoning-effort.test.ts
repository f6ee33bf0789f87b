// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { reasoningEffort } from '@/utils/actions/reasoning-effort';

describe('reasoningEffort', () => {
  it.each(['openai/gpt-oss-120b', 'openai/gpt-oss-20b', 'gpt-oss:20b', 'unsloth/gpt-oss-20b-GGUF'])(
    'is low by a field for %s',
    (model) => {
      expect(reasoningEffort(model)).toEqual({ fields: { reasoning_effort: 'low' } });
    },
  );

  it.each([
    'Qwen/Qwen3-8B',
    'Qwen/Qwen3-0.6B',
    'Qwen/Qwen3-30B-A3B',
    'Qwen/Qwen3-235B-A22B-FP8',
    'Qwen/Qwen3-8B-AWQ',
    'qwen3:4b',
    'qwen3:30b-a3b-q4_K_M',
    'qwen3',
    'qwen3:latest',
    'hf.co/unsloth/Qwen3-8B-GGUF:Q4_K_M',
  ])('is off by a word of the person for %s', (model) => {
    expect(reasoningEffort(model)).toEqual({ soft: { word: '/no_think', place: 'user' } });
  });

  it.each(['zai-org/GLM-4.5', 'zai-org/GLM-4.5-Air', 'zai-org/GLM-4.6', 'zai-org/GLM-4.5V'])(
    'is off by another word for %s',
    (model) => {
      expect(reasoningEffort(model)).toEqual({ soft: { word: '/nothink', place: 'user' } });
    },
  );

  it.each(['HuggingFaceTB/SmolLM3-3B'])('is off by the system message for %s', (model) => {
    expect(reasoningEffort(model)).toEqual({ soft: { word: '/no_think', place: 'system' } });
  });

  it.each([
    'Qwen/Qwen3-235B-A22B-Instruct-2507',
    'Qwen/Qwen3-235B-A22B-Thinking-2507',
    'Qwen/Qwen3-Coder-30B-A3B-Instruct',
    'Qwen/Qwen3-Next-80B-A3B-Thinking',
    'Qwen/Qwen3-VL-8B-Instruct',
    'Qwen/QwQ-32B',
    'Qwen/Qwen3.5-27B',
    'qwen3.5:latest',
    'qwen3-coder',
    'qwen3-coder:latest',
    'qwen3:4b-thinking-2507-q8_0',
    'deepseek-ai/DeepSeek-R1',
    'deepseek-ai/DeepSeek-V3.1',
    'zai-org/GLM-4.7',
    'zai-org/GLM-4-32B-0414',
    'meta-llama/Llama-3.3-70B-Instruct',
    'MiniMaxAI/MiniMax-M2',
    '',
  ])('is nothing for %s, which would refuse or ignore it', (model) => {
    expect(reasoningEffort(model)).toEqual({});
  });
});

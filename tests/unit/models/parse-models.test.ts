// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseModels } from '@/utils/models/parse-models';

const LIVE = { provider: 'one', status: 'live' };

/** What becomes of one entry of the list. */
function parseOne(entry: unknown) {
  return parseModels({ object: 'list', data: [entry] })?.[0];
}

function withProviders(...providers: unknown[]) {
  return parseOne({ id: 'org/model', providers });
}

describe('parseModels', () => {
  it('keeps what choosing needs', () => {
    const entry = {
      id: 'org/model',
      object: 'model',
      created: 1,
      owned_by: 'org',
      architecture: { input_modalities: ['text'], output_modalities: ['text'] },
      providers: [
        {
          ...LIVE,
          context_length: 131_072,
          pricing: { input: 0.1, output: 0.3 },
          supports_tools: true,
          supports_structured_output: true,
          first_token_latency_ms: 181.4,
          throughput: 89.6,
          is_free: false,
          is_model_author: true,
        },
      ],
    };
    expect(parseOne(entry)).toEqual({
      id: 'org/model',
      liveProviders: 1,
      contextLength: 131_072,
      price: { input: 0.1, output: 0.3 },
      providers: [
        {
          name: 'one',
          contextLength: 131_072,
          price: { input: 0.1, output: 0.3 },
          hasTools: true,
          firstTokenMs: 181,
          tokensPerSecond: 90,
        },
      ],
      isThinking: false,
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'models'],
    ['a list without its frame', [{ id: 'a', providers: [LIVE] }]],
    ['an error', { error: 'no' }],
    ['data that is no list', { data: {} }],
  ])('finds no list in %s', (_title, body) => {
    expect(parseModels(body)).toBeUndefined();
  });

  it('is not put off by an empty list', () => {
    expect(parseModels({ data: [] })).toEqual([]);
  });

  it('leaves damaged entries out and keeps the others in order', () => {
    const good = (id: string) => ({ id, providers: [LIVE] });
    const bad = [
      null,
      7,
      'a',
      {},
      { id: 7, providers: [LIVE] },
      { id: 'x' },
      { id: 'y', providers: null },
    ];
    const models = parseModels({ data: [good('a/1'), ...bad, good('a/2')] });
    expect(models?.map(({ id }) => id)).toEqual(['a/1', 'a/2']);
  });
});

describe('parseModels, of providers', () => {
  it.each([
    ['no metric', {}],
    ['all metrics null', { context_length: null, pricing: null, is_free: null }],
    ['metrics nobody knows', { first_token_latency_ms: 'soon', extra: [1] }],
    ['metrics that cannot be', { first_token_latency_ms: -1, throughput: -90 }],
    ['tools of another shape', { supports_tools: 'some', supports_structured_output: 7 }],
    ['no tools', { supports_tools: false }],
  ])('takes a provider with %s', (_title, metrics) => {
    expect(withProviders({ ...LIVE, ...metrics })).toEqual({
      id: 'org/model',
      liveProviders: 1,
      providers: [{ name: 'one' }],
      isThinking: false,
    });
  });

  it.each([
    ['that is in error', { provider: 'b', status: 'error' }],
    ['that is staging', { provider: 'b', status: 'staging' }],
    ['without a status', { provider: 'b' }],
    ['without a name', { status: 'live' }],
    [
      'with a price of text',
      { provider: 'b', status: 'live', pricing: { input: '1', output: '2' } },
    ],
    ['with half a price', { provider: 'b', status: 'live', pricing: { input: 1 } }],
    ['that is null', null],
  ])('does not count a provider %s', (_title, provider) => {
    expect(withProviders(LIVE, provider)).toMatchObject({ liveProviders: 1 });
    expect(withProviders(provider)).toBeUndefined();
  });

  it('leaves a model without providers out', () => {
    expect(withProviders()).toBeUndefined();
  });

  it.each([
    ['text in and out', { input_modalities: ['text'], output_modalities: ['text'] }, true],
    [
      'pictures and text in',
      { input_modalities: ['image', 'text'], output_modalities: ['text'] },
      true,
    ],
    ['no architecture', undefined, true],
    ['a null architecture', null, true],
    ['an empty architecture', {}, true],
    ['pictures out', { input_modalities: ['text'], output_modalities: ['image'] }, false],
    ['sound in', { input_modalities: ['audio'], output_modalities: ['text'] }, false],
    ['no output at all', { input_modalities: ['text'], output_modalities: [] }, false],
  ])('knows whether a model with %s can be used', (_title, architecture, isUsable) => {
    const model = parseOne({ id: 'a', architecture, providers: [LIVE] });
    expect(model !== undefined).toBe(isUsable);
  });
});

describe('parseModels, of pictures', () => {
  it.each([
    [['image', 'text'], true],
    [['text'], undefined],
    [undefined, undefined],
  ])('knows whether a model that takes %j takes pictures', (input_modalities, hasVision) => {
    const model = parseOne({ id: 'a', architecture: { input_modalities }, providers: [LIVE] });
    expect(model?.hasVision).toBe(hasVision);
  });
});

describe('parseModels, of prices and names', () => {
  it('shows the price of the provider with the lowest output price, which `:cheapest` takes', () => {
    const model = withProviders(
      { ...LIVE, pricing: { input: 0.1, output: 0.9 }, context_length: 1 },
      { ...LIVE, pricing: { input: 0.5, output: 0.4 }, context_length: 2 },
      { ...LIVE, pricing: { input: 0.2, output: 0.8 }, context_length: 3 },
      { provider: 'b', status: 'error', pricing: { input: 0, output: 0 }, context_length: 4 },
    );
    expect(model).toMatchObject({ price: { input: 0.5, output: 0.4 }, contextLength: 2 });
  });

  it('has the live providers in the order of their output prices, unknown ones last', () => {
    const of = (provider: string, output?: number) => ({
      ...LIVE,
      provider,
      ...(output === undefined ? {} : { pricing: { input: 1, output } }),
    });
    const broken = { ...of('broken', 0), status: 'error' };
    const free = { ...of('free', 9), is_free: true };
    const entries = [of('none'), of('b', 2), broken, of('a', 1), of('nil'), of('same', 2), free];
    const names = withProviders(...entries)?.providers?.map(({ name }) => name);
    expect(names).toEqual(['free', 'a', 'b', 'same', 'none', 'nil']);
  });

  it('prefers a known price to none, and a free provider to all', () => {
    const priced = { ...LIVE, pricing: { input: 1, output: 2 } };
    expect(withProviders(LIVE, priced)?.price).toEqual({ input: 1, output: 2 });
    expect(withProviders(priced, { ...LIVE, is_free: true })?.price).toEqual({
      input: 0,
      output: 0,
    });
  });

  it('takes the smallest known context when the cheapest provider does not say', () => {
    const model = withProviders(
      { ...LIVE, pricing: { input: 1, output: 1 } },
      { ...LIVE, pricing: { input: 1, output: 2 }, context_length: 64_000 },
      { ...LIVE, pricing: { input: 1, output: 3 }, context_length: 32_000 },
    );
    expect(model?.contextLength).toBe(32_000);
  });

  it.each([
    ['deepseek-ai/DeepSeek-R1', true],
    ['deepseek-ai/DeepSeek-R1-Distill-Qwen-7B', true],
    ['Qwen/Qwen3-235B-A22B-Thinking-2507', true],
    ['Qwen/QwQ-32B', true],
    ['openai/gpt-oss-20b', true],
    ['mistralai/Magistral-Small-2509', true],
    ['MiniMaxAI/MiniMax-M2', true],
    ['zai-org/GLM-4.7', true],
    ['zai-org/GLM-4.7-Flash', true],
    ['zai-org/GLM-5', true],
    ['zai-org/GLM-5.1-FP8', true],
    ['Qwen/Qwen3.5-397B-A17B', true],
    ['qwen3.6:27b', true],
    ['moonshotai/Kimi-K2.5', true],
    ['deepseek-ai/DeepSeek-V4-Flash', true],
    ['nvidia/NVIDIA-Nemotron-Nano-9B-v2', true],
    ['ServiceNow-AI/Apriel-1.5-15b-Thinker', true],
    ['Qwen/Qwen3-4B-Instruct-2507', false],
    ['Qwen/Qwen3.5-9B-Instruct', false],
    ['moonshotai/Kimi-K2-Instruct-0905', false],
    ['zai-org/GLM-4-32B-0414', false],
    ['zai-org/glm-9b', false],
    ['deepseek-ai/DeepSeek-V3.2', false],
    ['meta-llama/Llama-3.1-8B-Instruct', false],
    ['google/gemma-3-27b-it', false],
    ['deepseek-ai/DeepSeek-V3', false],
    ['org/solar1-rethinking7b', false],
  ])('knows whether %s thinks before it answers', (id, isThinking) => {
    expect(parseOne({ id, providers: [LIVE] })).toMatchObject({ isThinking });
  });
});

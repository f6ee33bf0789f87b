import { model, provider, TEXT } from './demo-model.ts';
import type { Model } from './model-catalogue.ts';

const PICTURES_IN = { input_modalities: ['text', 'image'], output_modalities: ['text'] };
const PICTURES_OUT = { input_modalities: ['text'], output_modalities: ['image'] };

/** The fictional models, each different in a way that matters to a model picker. */
export const MODELS: readonly Model[] = [
  model(
    'demo/extractive',
    TEXT,
    provider('abacus', 131_072, [0.02, 0.04], { throughput: 240, first_token_latency_ms: 90 }),
    provider('quill', 131_072, [0.03, 0.05], { throughput: 180, supports_tools: true }),
    provider('lantern', 131_072, [0.03, 0.06], { throughput: 120 }),
  ),
  // Thinks before it answers: slow to the first word.
  model(
    'demo/ponder-32b-thinking',
    TEXT,
    provider('quill', 131_072, [0.3, 1.2], { first_token_latency_ms: 9000 }),
  ),
  // Its only provider is broken.
  model(
    'demo/out-of-order-7b',
    TEXT,
    provider('lantern', 65_536, [0.02, 0.03], { status: 'error' }),
  ),
  // Too small for a long page.
  model('demo/short-memory-3b', TEXT, provider('abacus', 8192, [0.01, 0.02])),
  // Dear.
  model(
    'demo/gilded-400b',
    TEXT,
    provider('quill', 262_144, [5, 25], { throughput: 40, supports_tools: true }),
  ),
  // Makes pictures, so it can't answer a chat with text.
  model('demo/painter-xl', PICTURES_OUT, provider('lantern', 4096, [2, 4])),
  // Nothing is measured.
  model('demo/unmeasured-12b', TEXT, {
    provider: 'lantern',
    status: 'live',
    is_model_author: false,
  }),
  // Two live providers at different prices, the cheap one the slower.
  model(
    'demo/two-shops-70b',
    TEXT,
    provider('abacus', 131_072, [0.6, 0.9], { throughput: 35 }),
    provider('quill', 65_536, [0.9, 1.8], { throughput: 310 }),
  ),
  // Costs nothing.
  model('demo/gift-1b', TEXT, provider('abacus', 16_384, [0, 0], { is_free: true })),
  // Sees pictures as well, and is served by its author.
  model(
    'demo/onlooker-24b',
    PICTURES_IN,
    provider('lantern', 65_536, [0.2, 0.6], { is_model_author: true }),
  ),
  // Not open to everybody yet.
  model('demo/rehearsal-8b', TEXT, provider('abacus', 32_768, [0.05, 0.1], { status: 'staging' })),
];

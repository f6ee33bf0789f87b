import { model, provider, TEXT } from './demo-model.ts';
import type { Model } from './model-catalogue.ts';

/** The models that only their owner, or the members of the owning organization, may see. */
export const PRIVATE_MODELS: readonly Model[] = [
  model('ada/note-g-8b', TEXT, provider('abacus', 32_768, [0.05, 0.1])),
  // Nobody serves it.
  model('ada/first-draft-1b', TEXT),
  model('analytical-engine/difference-7b', TEXT, provider('quill', 65_536, [0.04, 0.08])),
  model('grace/first-bug-3b', TEXT, provider('lantern', 16_384, [0.02, 0.03])),
];

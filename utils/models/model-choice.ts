import * as v from 'valibot';
import { storedObject } from '@/utils/storage/stored-object';

/** Which model answers, and who serves it. */
export const modelChoiceSchema = storedObject({
  /** Hub id, `owner/name`; of an own endpoint, the name that it knows the model by. */
  model: v.string(),
  /**
   * What follows the id in a request to the router: `cheapest`, which absence means too, `fastest`,
   * `preferred` for the person's own order at Hugging Face, or the name of one provider
   * (https://huggingface.co/docs/inference-providers).
   */
  provider: v.optional(v.string()),
  /** Id of an own endpoint, which then serves it. */
  endpoint: v.optional(v.string()),
});

export type ModelChoice = v.InferOutput<typeof modelChoiceSchema>;

/** What makes a model think less, where its family has such a thing. */
export interface ReasoningEffort {
  /** Fields of the request besides the usual ones. */
  fields?: { reasoning_effort: 'low' };
  /** A word that its chat template knows, and where it looks for it. */
  soft?: { word: string; place: 'system' | 'user' };
}

/* What a family is told by its name. Others get nothing: servers refuse fields that they do not know, and
   models that only think can't be told not to. */
const FAMILIES: readonly [RegExp, ReasoningEffort][] = [
  // https://huggingface.co/openai/gpt-oss-120b: low, medium or high.
  [/(?:^|[/_.-])gpt-oss\b/i, { fields: { reasoning_effort: 'low' } }],
  // https://huggingface.co/Qwen/Qwen3-8B: the first ones do both; since 2507 each does one.
  // Ollama's `qwen3` is its usual size.
  [
    /(?:^|\/)qwen3(?:[-:]\d+(?:\.\d+)?b(?:-a\d+b)?(?:-(?:fp8|awq|gptq|gguf|mlx|int\d|q\d)[\w.:-]*)?|:latest)?$/i,
    { soft: { word: '/no_think', place: 'user' } },
  ],
  // https://huggingface.co/zai-org/GLM-4.5: its template looks at the end of what the user says.
  [/(?:^|\/)glm-4\.[56](?:-air|v)?(?:-fp8|-awq)?$/i, { soft: { word: '/nothink', place: 'user' } }],
  // https://huggingface.co/HuggingFaceTB/SmolLM3-3B: its template looks into the system message.
  [/(?:^|\/)smollm3\b/i, { soft: { word: '/no_think', place: 'system' } }],
];

/** How a model is asked to think little or not at all, by its id; nothing for one that is not known. */
export function reasoningEffort(model: string): ReasoningEffort {
  return FAMILIES.find(([family]) => family.test(model))?.[1] ?? {};
}

/** What a model is called that thinks before it answers; `/v1/models` does not say, so the name must. */
const THINKING =
  /(^|[-_/.])(thinking|think|thinker|reasoning|reasoner|r1|qwq|o[134]|gpt-oss|magistral|minimax-m\d)([-_.:/]|$)/i;

/* Families that do both, and think unless a request has fields that not every server knows
   (https://docs.z.ai/guides/capabilities/thinking-mode, https://api-docs.deepseek.com/guides/thinking_mode,
   https://docs.sglang.io/docs/basic_usage/kimi_k2_5, the cards of Qwen/Qwen3.5-27B and
   nvidia/NVIDIA-Nemotron-Nano-9B-v2). Those that are tuned for answers alone say so. */
const THINKING_BY_DEFAULT =
  /(^|\/)(qwen3\.\d|glm-(4\.[7-9]|[5-9](?!b))|kimi-k(2\.[5-9]|[3-9])|deepseek-v[4-9]|nvidia-nemotron)(?!.*(instruct|coder))/i;

/** Whether the id of a model says that it thinks before it answers. */
export function isThinkingName(id: string): boolean {
  return THINKING.test(id) || THINKING_BY_DEFAULT.test(id);
}

/** Families that think before they answer; `/v1/models` does not say, so the name must. */
const THINKING =
  /(^|[-_/.])(thinking|think|reasoning|reasoner|r1|qwq|o[134]|gpt-oss|magistral|minimax-m\d)([-_.:/]|$)/i;

/** Whether the id of a model says that it thinks before it answers. */
export function isThinkingName(id: string): boolean {
  return THINKING.test(id);
}

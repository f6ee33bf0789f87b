/** The built-in actions, in the order they are shown. The ids are also those of the context menu items. */
export const ACTION_IDS = [
  'summarize',
  'explain',
  'translate',
  'rewrite',
  'fix-grammar',
  'ask',
] as const;

export type ActionId = (typeof ACTION_IDS)[number];

/** True for the id of a built-in action. */
export function isActionId(id: unknown): id is ActionId {
  return (ACTION_IDS as readonly unknown[]).includes(id);
}

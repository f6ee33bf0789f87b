import { isActionId, type ActionId } from './action';

/** Where an answer appears: in the browser's panel, or in a small window of its own. */
export type AnswerSurface = 'panel' | 'window';

const WINDOW_PREFIX = 'window:';

/**
 * The id of a context menu item. It says where the answer appears, since storage cannot be read before
 * the panel must open (`sidePanel.open` and `sidebarAction.open` want the gesture itself).
 */
export function menuItemId(action: ActionId, surface: AnswerSurface): string {
  return surface === 'window' ? `${WINDOW_PREFIX}${action}` : action;
}

/** What a context menu item stands for; `undefined` for one that is not ours. */
export function parseMenuItemId(
  id: string | number,
): { action: ActionId; surface: AnswerSurface } | undefined {
  const text = String(id);
  const surface = text.startsWith(WINDOW_PREFIX) ? 'window' : 'panel';
  const action = surface === 'window' ? text.slice(WINDOW_PREFIX.length) : text;
  return isActionId(action) ? { action, surface } : undefined;
}

import { isActionId, type ActionId } from './action';

/** Where an answer appears: in the browser's panel, or in a small window of its own. */
export type AnswerSurface = 'panel' | 'window';

/** What a context menu item stands for. */
export interface MenuChoice {
  action: ActionId;
  surface: AnswerSurface;
  /** By the selection, and on the surface only where the page can have no card. */
  isCard: boolean;
}

const CARD_PREFIX = 'card:';
const WINDOW_PREFIX = 'window:';

/**
 * The id of a context menu item. It says where the answer appears, since storage cannot be read before
 * the panel must open (`sidePanel.open` and `sidebarAction.open` want the gesture itself).
 */
export function menuItemId({ action, surface, isCard }: MenuChoice): string {
  return `${isCard ? CARD_PREFIX : ''}${surface === 'window' ? WINDOW_PREFIX : ''}${action}`;
}

/** What a context menu item stands for; `undefined` for one that is not ours. */
export function parseMenuItemId(id: string | number): MenuChoice | undefined {
  const [, card, window, action] = /^(card:)?(window:)?(.*)$/.exec(String(id)) ?? [];
  if (action === undefined || !isActionId(action)) return undefined;
  return { action, surface: window ? 'window' : 'panel', isCard: card !== undefined };
}

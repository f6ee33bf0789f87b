import { ACTION_IDS, type ActionId } from '@/utils/actions/action';
import { isComposing } from './is-composing';
import { isRunKey } from './is-run-key';

/**
 * The action a key press picks inside a field: Alt+1 to Alt+6 in the order shown, Ctrl or Cmd+Enter
 * the given one. By `code`, since Alt changes what the digit keys type on many layouts.
 */
export function actionShortcut(event: KeyboardEvent, onEnter: ActionId): ActionId | undefined {
  if (isComposing(event)) return undefined;
  if (isRunKey(event)) return onEnter;
  const digit = /^(?:Digit|Numpad)([1-6])$/.exec(event.code)?.[1];
  const isAltAlone = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return digit && isAltAlone ? ACTION_IDS[Number(digit) - 1] : undefined;
}

import { isComposing } from './is-composing';

/** Whether a key press in a field means to run: Ctrl or Cmd+Enter, unless an input method takes it. */
export function isRunKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event);
}

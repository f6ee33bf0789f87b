import { useReducer } from 'preact/hooks';

/**
 * Draws the calling component again though nothing has changed: a control whose change was refused then shows
 * what is in force, not what was pressed.
 */
export function useRedraw(): () => void {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  return redraw;
}

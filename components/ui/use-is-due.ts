import { useEffect, useState } from 'preact/hooks';

/** Longer ones a browser cannot wait for at once. Milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Whether a moment has come; renders the calling component again when it does.
 *
 * @param moment epoch milliseconds; `undefined` has always come
 */
export function useIsDue(moment: number | undefined): boolean {
  const [, wake] = useState(0);
  const isDue = moment === undefined || moment <= Date.now();
  // After every render: a timer may wake a little early, or the moment be another.
  useEffect(() => {
    if (isDue) return;
    const ms = Math.min(moment - Date.now(), LONGEST_TIMER);
    const timer = setTimeout(() => wake((count) => count + 1), ms);
    return () => clearTimeout(timer);
  });
  return isDue;
}

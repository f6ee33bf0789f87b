import type { MenuItem } from './driver.ts';
import { poll } from './poll.ts';

/** In milliseconds: how long the choice may take to arrive before the gesture is tried again. */
const ARRIVAL_TIMEOUT = 3_000;

const ATTEMPTS = 4;

async function hasArrived({ arrived }: MenuItem): Promise<boolean> {
  if (!arrived) return true;
  return poll('the choice to arrive', arrived, { timeoutMs: ARRIVAL_TIMEOUT }).catch(() => false);
}

/**
 * Chooses an item of a menu and waits until the choice has arrived; tries again when it has not.
 *
 * @param choose opens the menu and makes the choice, or throws
 * @param dismiss closes what `choose` has left open
 */
export async function untilArrived(
  item: MenuItem,
  choose: () => Promise<void>,
  dismiss: () => Promise<void>,
): Promise<void> {
  let reason: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      await choose();
      if (await hasArrived(item)) return;
      reason = new Error('the extension reported nothing');
    } catch (error) {
      reason = error;
      await dismiss();
    }
  }
  throw new Error(`The context menu gave nothing in ${ATTEMPTS} attempts`, { cause: reason });
}

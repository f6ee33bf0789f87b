import { setImmediate as nextTurn } from 'node:timers/promises';

/** More than anything takes here that waits for nothing but its turn, a database among it. */
const TURNS = 2_000;

/** Gives everything its turn, for tests of what does not happen. */
export async function allTurns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
}

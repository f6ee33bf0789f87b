import type { AskView } from './ask-view';
import { openBill } from './bill';
import { executeRun } from './execute-run';
import type { PreparedRun } from './prepare-run';
import { revealAnswer } from './reveal-answer';
import type { Run } from './run';
import type { RunStore } from './run-store';

/** An attempt at a run. */
interface Attempt {
  store: RunStore;
  askView: AskView;
  signal: AbortSignal;
  /** False once the run is gone on with by another. */
  isLatest: () => boolean;
}

/**
 * Has a prepared run answered, into the store: as the person reads it, and with its receipt however it ends.
 *
 * @returns why the model stopped
 * @throws Failure; the signal's reason when it was aborted
 */
export async function answerRun(
  run: Run,
  prepared: PreparedRun,
  { store, askView, signal, isLatest }: Attempt,
): Promise<'stop' | 'length'> {
  const answer = revealAnswer(run, store.earlierThan(run), (grown) => store.append(run, grown));
  const { meter, close } = openBill(run, prepared);
  try {
    return await executeRun({ prepared, meter, askView }, signal, (delta) => {
      if (!signal.aborted) answer.push(delta);
    });
  } finally {
    // Not into an answer that is gone on with already.
    if (isLatest()) answer.end();
    const receipt = close();
    if (receipt && store.has(run)) store.update(run, { receipt });
  }
}

import type { AskView } from './ask-view';
import { openBill } from './bill';
import { executeRun } from './execute-run';
import type { PreparedRun } from './preparation';
import { rememberThinking } from './remember-thinking';
import { revealAnswer } from './reveal-answer';
import type { Run } from './run';
import type { RunStore } from './run-store';

/**
 * Sends a prepared run, and takes its answer and its receipt into the store, however it ends.
 *
 * @param request.isCurrent whether this still is what is under way of the run
 * @returns why the model stopped
 * @throws as `executeRun`
 */
export async function sendRun(
  run: Run,
  { store, askView }: { store: RunStore; askView: AskView },
  request: {
    prepared: PreparedRun;
    signal: AbortSignal;
    isCurrent: () => boolean;
  },
): Promise<'stop' | 'length'> {
  const { prepared, signal, isCurrent } = request;
  const answer = revealAnswer(run, store.earlierThan(run), (grown) => store.append(run, grown));
  const { meter, close } = openBill(run, prepared);
  try {
    return await executeRun({ prepared, meter, askView }, signal, (delta) => {
      if (!signal.aborted) answer.push(delta);
    });
  } finally {
    // Not into an answer that is gone on with already.
    if (isCurrent()) answer.end();
    const receipt = close();
    if (receipt && store.has(run)) store.update(run, { receipt });
    // Of a private window nothing is kept.
    const isNews = run.reasoning.trim() !== '' && !prepared.served.isThinking && !run.isPrivate;
    if (isNews) void rememberThinking(prepared.choice);
  }
}

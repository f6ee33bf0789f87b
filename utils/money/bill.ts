import type { Meter } from '@/utils/inference/meter';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import type { PreparedRun } from '@/utils/runs/prepare-run';
import type { Receipt, Run } from '@/utils/runs/run';
import { addReceipts, makeReceipt } from './make-receipt';
import { recordReceipt } from './record-receipt';

/**
 * Begins the bill of a run that is sent now.
 *
 * @returns a function that closes it, however the request ended, and enters it in the ledger. It gives the
 *   receipt of the whole run, `undefined` for a request that no server has taken
 */
export function createBill(
  run: Run,
  prepared: PreparedRun,
  meter: Meter,
): () => Receipt | undefined {
  const begun = { answer: run.answer.length, reasoning: run.reasoning.length };
  return () => {
    const output = run.reasoning.slice(begun.reasoning) + run.answer.slice(begun.answer);
    const { messages, served: model, billTo, tokenRatio: ratio } = prepared;
    const receipt = makeReceipt({ meter, messages, output, model, ratio, billTo });
    if (!receipt) return undefined;
    const estimated = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
    void recordReceipt(run, { receipt, usage: meter.usage, estimated });
    return addReceipts(run.receipt, receipt);
  };
}

import { startMeter, type Meter } from '@/utils/inference/meter';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import { addPending } from '@/utils/money/pending';
import { addReceipts, makeReceipt } from './make-receipt';
import type { PreparedRun } from './preparation';
import { recordReceipt } from './record-receipt';
import type { Receipt, Run } from './run';

/** What a run that is sent takes. */
interface Bill {
  meter: Meter;
  /**
   * Closes it, however the request ended, and enters it in the ledger.
   *
   * @returns the receipt of the whole run; `undefined` for a request that no server has taken
   */
  close: () => Receipt | undefined;
}

/** Opens the bill of a run that is sent now. */
export function openBill(run: Run, prepared: PreparedRun): Bill {
  const begun = { answer: run.answer.length, reasoning: run.reasoning.length };
  const meter = startMeter();
  const { target } = prepared;
  const billTo = target.kind === 'router' ? target.billTo : undefined;
  const ownUsd = billTo === undefined ? (prepared.costUsd ?? 0) : 0;
  const settle = addPending(run.owner ?? '', ownUsd);
  const close = () => {
    const output = run.reasoning.slice(begun.reasoning) + run.answer.slice(begun.answer);
    const { messages, served: model, tokenRatio: ratio } = prepared;
    const receipt = makeReceipt({ meter, messages, output, model, ratio, billTo });
    if (!receipt) {
      settle();
      return undefined;
    }
    const estimated = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
    void recordReceipt(run, { receipt, usage: meter.usage, estimated }).finally(settle);
    return addReceipts(run.receipt, receipt);
  };
  return { meter, close };
}

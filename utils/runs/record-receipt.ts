import type { Usage } from '@/utils/inference/meter';
import type { Receipt, Run } from './run';
import { ledgersItem, tokenRatiosItem } from '@/utils/storage/items';
import { monthOf, withReceipt } from '@/utils/money/ledger';
import { withSample } from '@/utils/money/token-ratio';

/**
 * Enters a receipt in the ledger of who has run it, and learns from the server's count how the model's
 * family counts. Of a private window nothing is kept, nor of an own endpoint, which has no price. Never
 * fails: an answer must not suffer from its bill.
 *
 * @param request its receipt alone, also where the run had others before
 * @param request.estimated the tokens of what was sent, as we estimate them
 */
export async function recordReceipt(
  run: Pick<Run, 'owner' | 'isPrivate' | 'action' | 'choice' | 'receipt'>,
  request: { receipt: Receipt; usage: Usage | undefined; estimated: number },
): Promise<void> {
  const { owner, action, choice } = run;
  if (run.isPrivate || owner === undefined || !choice || choice.endpoint !== undefined) return;
  const { model } = choice;
  const isNew = run.receipt === undefined;
  const month = monthOf(Date.now());
  const { usage, receipt, estimated } = request;
  await Promise.allSettled([
    ledgersItem.update((ledgers) => ({
      ...ledgers,
      [owner]: withReceipt(ledgers?.[owner] ?? {}, { month, model, action, isNew }, receipt),
    })),
    usage &&
      tokenRatiosItem.update((ratios = {}) =>
        withSample(ratios, model, { estimated, counted: usage.inputTokens }),
      ),
  ]);
}

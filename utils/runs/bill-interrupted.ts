import { messagesOf } from '@/utils/actions/messages';
import { begunAnswer } from '@/utils/actions/sent-text';
import { readConfiguration } from '@/utils/config/configuration';
import { startMeter } from '@/utils/inference/meter';
import { chosenModel } from '@/utils/models/chosen-model';
import { asServed, servedBy } from '@/utils/models/served-by';
import { payerOf } from '@/utils/money/payer';
import { ratioOf } from '@/utils/money/token-ratio';
import { modelCatalogueItem, settingsByAccountItem, tokenRatiosItem } from '@/utils/storage/items';
import { addReceipts, makeReceipt } from './make-receipt';
import { recordReceipt } from './record-receipt';
import type { Receipt, Run } from './run';

/**
 * The receipt of a run that the end of the background interrupted, as far as its answer was kept: it is
 * paid for all the same. An estimate, entered in the ledger.
 *
 * @param earlier the turns before it of its conversation
 * @returns its receipt so far where nothing had come
 */
export async function billInterrupted(
  run: Run,
  earlier: readonly Run[],
): Promise<Receipt | undefined> {
  const { choice, owner = '' } = run;
  const output = run.reasoning + run.answer.slice(begunAnswer(run).length);
  // What an own endpoint answers has no price.
  if (!choice || choice.endpoint !== undefined || output === '') return run.receipt;
  const [configuration, catalogue, settings, ratios] = await Promise.all([
    readConfiguration(),
    modelCatalogueItem.get(),
    settingsByAccountItem.get(),
    tokenRatiosItem.get(),
  ]);
  const own = settings?.[owner];
  const listed = chosenModel(catalogue?.models ?? [], choice.model);
  const receipt =
    listed &&
    makeReceipt({
      meter: { ...startMeter(), isTaken: true },
      messages: messagesOf(run, earlier),
      output,
      model: asServed(listed, servedBy(listed, choice.provider, own?.providers)),
      ratio: ratioOf(ratios, choice.model),
      billTo: payerOf(configuration, run.override, own),
    });
  if (!receipt) return run.receipt;
  await recordReceipt(run, { receipt, usage: undefined, estimated: 0 });
  return addReceipts(run.receipt, receipt);
}

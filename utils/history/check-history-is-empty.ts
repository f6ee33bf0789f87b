import { Failure } from '@/utils/errors/failure';
import type { Journals } from '@/utils/journal/journals';
import { countEnded } from './delete-history';

/**
 * Refuses what would delete an account's history without a word about it.
 *
 * @throws Failure `history-would-go`, with the number of answers
 */
export async function checkHistoryIsEmpty(sub: string, journals: Journals): Promise<void> {
  const account = await journals.of(sub);
  // One that cannot be read must not keep anybody from signing out.
  const count = account ? await countEnded(account.database).catch(() => 0) : 0;
  if (count > 0) throw new Failure({ kind: 'history-would-go', count, sub });
}

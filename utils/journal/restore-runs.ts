import { readConfiguration, watchConfiguration } from '@/utils/config/configuration';
import { billInterrupted } from '@/utils/runs/bill-interrupted';
import { hasEnded, isUnderWay, type Run } from '@/utils/runs/run';
import type { RunStore, Showing } from '@/utils/runs/run-store';
import { accountsItem, shownConversationsItem } from '@/utils/storage/items';
import { noteFault } from '@/utils/storage/note-fault';
import { NO_WINDOW } from '@/utils/surfaces/panel';
import type { AccountJournal, Journals } from './journals';
import { forgetSessionRuns, readSessionRuns } from './session-journal';

/** Finished answers that nobody has seen yet, of each account; more than this nobody counts. */
const MAXIMUM_UNREAD = 50;

/**
 * Puts back the runs from before the background was stopped: what was under way is interrupted, with the
 * text that had come. After a restart of the browser that holds for what waited, too: nobody looks any
 * more, and nothing may be sent then. Where the policy forbids a history, all that was kept goes.
 */
export async function restoreRuns(store: RunStore, journals: Journals): Promise<void> {
  watchConfiguration(({ isHistoryDisabled }) => {
    if (isHistoryDisabled) void forgetAll(journals);
  });
  if ((await readConfiguration()).isHistoryDisabled) return await forgetAll(journals);
  const showings = await shownConversationsItem.get();
  const [session, accounts] = await Promise.all([readSessionRuns(), accountsItem.get()]);
  const ofAccounts = await Promise.all(
    (accounts?.list ?? []).map(({ sub }) => loadOf(sub, journals, showings ?? [])),
  );
  // What the disk had no room for is whole in the session.
  const byId = new Map([...ofAccounts.flat(), ...session].map((run) => [run.id, run]));
  const runs = [...byId.values()];
  store.restore(runs, [...(showings ?? []), ...notNoted(runs, showings)]);
  // The disk may take them by now, and they may go when nobody needs them.
  for (const run of session) store.update(run, {});
  for (const run of runs) {
    if (!showings && !run.isRead) store.update(run, { windowId: NO_WINDOW });
    const isCutShort = showings ? isUnderWay(run.state) : !hasEnded(run.state);
    if (isCutShort) {
      const wasSent = run.state.kind === 'streaming';
      // An answer must not suffer from its bill.
      const billed = wasSent ? billInterrupted(run, store.earlierThan(run)) : undefined;
      const receipt = (await billed?.catch(() => undefined)) ?? run.receipt;
      store.update(run, { receipt, state: { kind: 'failed', error: { kind: 'interrupted' } } });
    }
  }
  if (!showings) await shownConversationsItem.set([]);
}

/** What windows show of runs that had just begun when the background was stopped. */
function notNoted(runs: readonly Run[], showings: readonly Showing[] = []): Showing[] {
  return runs
    .filter(({ state, windowId }) => !hasEnded(state) && windowId !== NO_WINDOW)
    .filter((run) => !showings.some(({ conversation }) => conversation === run.conversation))
    .map(({ windowId, conversation }) => ({ windowId, conversation }));
}

/** What of an account is needed again: with each run its conversation. */
async function loadOf(
  sub: string,
  journals: Journals,
  showings: readonly Showing[],
): Promise<Run[]> {
  const account = await journals.of(sub);
  return account ? await loadFrom(account, showings).catch(() => unavailable()) : [];
}

/** One account's trouble is no other's. */
async function unavailable(): Promise<Run[]> {
  await noteFault({ kind: 'history-unavailable' });
  return [];
}

async function loadFrom({ journal }: AccountJournal, showings: readonly Showing[]): Promise<Run[]> {
  const [underWay, unread] = await Promise.all([
    journal.loadUnderWay(),
    journal.loadUnread(MAXIMUM_UNREAD),
  ]);
  const conversations = new Set(
    [...underWay, ...unread, ...showings].map(({ conversation }) => conversation),
  );
  const loaded = await Promise.all([...conversations].map((id) => journal.loadConversation(id)));
  return loaded.flat();
}

async function forgetAll(journals: Journals): Promise<void> {
  await forgetSessionRuns();
  const accounts = await accountsItem.get();
  await Promise.all((accounts?.list ?? []).map(({ sub }) => journals.delete(sub)));
}

import { settingsByAccountItem } from '@/utils/storage/items';
import { Failure } from '@/utils/errors/failure';
import { countEnded, deleteEnded, deleteRun } from '@/utils/history/delete-history';
import { exportHistory } from '@/utils/history/export-history';
import { importHistory } from '@/utils/history/import-history';
import { PAGE_SIZE } from '@/utils/history/page-size';
import { pruneHistory } from '@/utils/history/retention';
import { searchHistory } from '@/utils/history/search-history';
import { toHistoryRow } from '@/utils/history/read-stored-run';
import type { AccountJournal } from '@/utils/journal/journals';
import { toStored } from '@/utils/journal/to-stored';
import type { RequestHandlers } from '@/utils/messaging/request-server';
import { hasEnded } from '@/utils/runs/run';
import { noteFault } from '@/utils/storage/note-fault';
import type { Background } from './request-handlers';

/** Characters of one piece of an export: well below the 64 MiB that a message of Chromium can hold. */
const EXPORT_CHARACTERS = 4_000_000;

type HistoryKind = Extract<keyof RequestHandlers, `history.${string}`>;

/** What the requests about the history do: each is about that of the account in use, and no other. */
export function createHistoryHandlers({
  runs,
  journals,
  restored,
}: Background): Pick<RequestHandlers, HistoryKind> {
  /** The account that is in use by now need not be the one that the page asks about. */
  const mustBeInUse = async (sub: string): Promise<void> => {
    await restored;
    if (sub !== runs.store.viewer) throw new Failure({ kind: 'no-history' });
  };
  const historyOf = async (sub: string): Promise<AccountJournal> => {
    await mustBeInUse(sub);
    const account = await journals.of(sub);
    if (!account) throw new Failure({ kind: 'no-history' });
    return account;
  };
  const tellDamaged = async <T extends { damaged: number }>(page: T): Promise<T> => {
    if (page.damaged > 0) await noteFault({ kind: 'history-damaged' });
    return page;
  };
  return {
    'history.now': async ({ sub }) => {
      await mustBeInUse(sub);
      const { store } = runs;
      return (
        store
          .all()
          // Those of a private window are its own affair.
          .filter((run) => store.isVisible(run) && !run.isPrivate)
          .filter(({ state, isRead }) => !(hasEnded(state) && isRead))
          .map((run) => toHistoryRow(toStored(run)))
          .toReversed()
      );
    },
    'history.list': async ({ sub, query, before, limit = PAGE_SIZE }) => {
      const { database } = await historyOf(sub);
      return await tellDamaged(await searchHistory(database, query, { before, limit }));
    },
    'history.delete': async ({ sub, runId }) => {
      const { database } = await historyOf(sub);
      // In memory it may be besides, under way even.
      runs.delete(runId);
      await journals.inOrder(() => deleteRun(database, runId));
      return null;
    },
    'history.delete-all': async ({ sub }) => {
      const { database } = await historyOf(sub);
      runs.store.forgetEnded();
      await journals.inOrder(() => deleteEnded(database));
      return null;
    },
    'history.count': async ({ sub }) => await countEnded((await historyOf(sub)).database),
    'history.export': async ({ sub, after }) => {
      const { database } = await historyOf(sub);
      return await tellDamaged(await exportHistory(database, after, EXPORT_CHARACTERS));
    },
    'history.import': async ({ sub, batch }) =>
      await importHistory((await historyOf(sub)).database, batch),
    'history.set-retention': async ({ sub, retention }) => {
      await mustBeInUse(sub);
      await settingsByAccountItem.update((settings = {}) => ({
        ...settings,
        [sub]: { ...settings[sub], retention },
      }));
      const { database } = await historyOf(sub);
      if (retention === 'none') runs.store.forgetEnded();
      await journals.inOrder(() => pruneHistory(database, retention));
      return null;
    },
  };
}

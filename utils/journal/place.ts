import { readConfiguration } from '@/utils/config/configuration';
import { deleteRun } from '@/utils/history/delete-history';
import type { Run } from '@/utils/runs/run';
import { storageFailure } from '@/utils/storage/storage-failure';
import { clearFault, noteFault } from '@/utils/storage/note-fault';
import { settingsByAccountItem } from '@/utils/storage/items';
import type { Journals } from './journals';
import { forgetSessionRun, writeSessionRun } from './session-journal';

/**
 * Where a run is kept: in its account's journal; only as long as the browser runs, as it should be or
 * because the disk has refused it; or in memory alone.
 */
export type Place = 'disk' | 'session' | 'refused' | 'nowhere';

/**
 * Writes what has changed of a run to where it may be kept. Where the disk refuses it goes on in the
 * session, and the person is told.
 *
 * @param before where it was kept last
 */
export async function keep(
  run: Run,
  journals: Journals,
  before: Place | undefined,
): Promise<Place> {
  if (await mayBeOnDisk(run)) {
    const isWritten = await writeToDisk(run, journals);
    if (isWritten && before !== 'disk') await forgetSessionRun(run);
    // There is room again; the next time there is none is news.
    if (isWritten && before === 'refused') await clearFault('history-full');
    if (isWritten) return 'disk';
    await writeSessionRun(run).catch(() => undefined);
    return 'refused';
  }
  // No history is wanted any more.
  if (before === 'disk' || before === 'refused') await deleteFromDisk(run, journals);
  if ((await readConfiguration()).isHistoryDisabled) return 'nowhere';
  // Full, as by other runs: in memory it goes on.
  await writeSessionRun(run).catch(() => undefined);
  return 'session';
}

/** Erases a run where it is kept. */
export async function forgetKept(run: Run, place: Place, journals: Journals): Promise<void> {
  await forgetSessionRun(run);
  if (place === 'disk' || place === 'refused') await deleteFromDisk(run, journals);
}

async function deleteFromDisk(run: Run, journals: Journals): Promise<void> {
  const account = run.owner === undefined ? undefined : await journals.of(run.owner);
  if (account) await deleteRun(account.database, run.id);
}

async function mayBeOnDisk({ owner, isPrivate }: Run): Promise<boolean> {
  if (owner === undefined || isPrivate) return false;
  const [{ isHistoryDisabled }, settings] = await Promise.all([
    readConfiguration(),
    settingsByAccountItem.get(),
  ]);
  return !isHistoryDisabled && settings?.[owner]?.retention !== 'none';
}

async function writeToDisk(run: Run, journals: Journals): Promise<boolean> {
  const account = await journals.of(run.owner ?? '');
  if (!account) return false;
  try {
    await account.journal.write(run);
    return true;
  } catch (cause) {
    const isFull = storageFailure(cause).error.kind === 'storage-full';
    await noteFault({ kind: isFull ? 'history-full' : 'history-unavailable' });
    return false;
  }
}

import { deleteDB } from 'idb';
import { browser } from '@/utils/browser';
import { MIGRATIONS, VERSION_KEY } from './schema-version';
import { storageFailure } from './storage-failure';
import { forgetRefusals } from './storage-gate';

/**
 * Deletes all databases and all of extension storage, whoever has put it there. Connections that are open
 * close by themselves. What is left is the version of what comes after.
 *
 * @throws Failure `storage-failed` or `storage-full`
 */
export async function deleteStored(): Promise<void> {
  try {
    for (const name of await databaseNames()) await deleteDB(name);
    await browser.storage.session.clear();
    await browser.storage.local.clear();
    // What is stored from now on would be taken for that of the first version, and changed.
    await browser.storage.local.set({ [VERSION_KEY]: MIGRATIONS.length + 1 });
  } catch (cause) {
    throw storageFailure(cause);
  }
  forgetRefusals();
}

async function databaseNames(): Promise<string[]> {
  try {
    return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  } catch (cause) {
    // Firefox in "never remember history" has none.
    if (cause instanceof Error && cause.name === 'InvalidStateError') return [];
    throw cause;
  }
}

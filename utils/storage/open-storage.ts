import * as v from 'valibot';
import { browser } from '@/utils/browser';
import { keepDamaged, outlivedCopies } from './damaged-value';
import { faultsItem } from './faults-item';
import * as items from './items';
import { welcomeItem } from './welcome-item';
import { noteFault } from './note-fault';
import { restrictStorageAccess } from './restrict-access';
import { MIGRATIONS, schemaState, type RawItems, type SchemaState } from './schema-version';
import { storageFailure } from './storage-failure';
import { createGate, refuseWrites } from './storage-gate';
import { parseStorageKey, setStorageGate, type StorageKey, type StoredItem } from './stored-item';

type AnyItem = Pick<StoredItem<unknown>, 'storageKey' | 'schema'>;

/** All but the secrets: of those no copy is ever made, and what is damaged of them is gone. */
const ITEMS: readonly AnyItem[] = [...Object.values(items), faultsItem, welcomeItem];

/**
 * Opens extension storage for the background, first of all and synchronously: stored items wait by
 * themselves until content scripts are kept out, what an older version has stored is brought up to date, and
 * what is damaged is put aside. What is damaged later is copied before anybody can write over it.
 */
export function openStorage(migrations = MIGRATIONS): void {
  setStorageGate(createGate(() => open(migrations)));
  browser.storage.onChanged.addListener((changes, changedArea) => {
    for (const item of ITEMS) {
      const [area, key] = parseStorageKey(item.storageKey);
      const value = area === changedArea ? changes[key]?.newValue : undefined;
      // Where there is no room for it now, the next start tries again.
      if (isDamaged(item, value)) void keepDamaged(item.storageKey, value).catch(() => undefined);
    }
  });
}

async function open(migrations: typeof MIGRATIONS): Promise<void> {
  await restrictStorageAccess();
  const stored = await browser.storage.local.get(null);
  const { local, isForeign } = await bringUpToDate(stored, migrations);
  // What can't be removed now is by the next start.
  await browser.storage.local.remove(outlivedCopies(local)).catch(() => undefined);
  const session = await browser.storage.session.get(keysOf('session'));
  for (const item of ITEMS) {
    const [area, key] = parseStorageKey(item.storageKey);
    const value = (area === 'local' ? local : session)[key];
    if (!isDamaged(item, value)) continue;
    // No damage, but a shape of another version, which can still read it.
    if (isForeign && area === 'local') refuseWrites(item.storageKey, { kind: 'other-version' });
    else await putAside(item.storageKey, value);
  }
}

/** @returns what is stored now, and whether it is of another version than this */
async function bringUpToDate(
  stored: RawItems,
  migrations: typeof MIGRATIONS,
): Promise<{ local: RawItems; isForeign: boolean }> {
  const state = schemaState(stored, migrations);
  switch (state.kind) {
    case 'current':
      return { local: stored, isForeign: false };
    case 'newer':
      void noteFault({ kind: 'newer-version' });
      return { local: stored, isForeign: true };
    case 'failed':
      void noteFault({ kind: 'migration-failed' });
      return { local: stored, isForeign: true };
    case 'migrated':
      return await write(state, stored);
  }
}

async function write(
  { write: changes, remove }: Extract<SchemaState, { kind: 'migrated' }>,
  stored: RawItems,
): Promise<{ local: RawItems; isForeign: boolean }> {
  try {
    // In one call, which stores all of it or nothing.
    await browser.storage.local.set({ ...changes });
    await browser.storage.local.remove([...remove]);
    return { local: { ...stored, ...changes }, isForeign: false };
  } catch (cause) {
    const isOnlyVersion = Object.keys(changes).length === 1;
    const isFull = storageFailure(cause).error.kind === 'storage-full';
    if (isFull) void noteFault({ kind: 'storage-full' });
    else if (!isOnlyVersion) void noteFault({ kind: 'migration-failed' });
    return { local: stored, isForeign: true };
  }
}

/** Moves a value out of the way. Where its copy finds no place it stays, and nothing is written over it. */
async function putAside(storageKey: StorageKey, value: unknown): Promise<void> {
  const [area, key] = parseStorageKey(storageKey);
  try {
    await keepDamaged(storageKey, value);
    await browser.storage[area].remove(key);
  } catch (cause) {
    refuseWrites(storageKey, storageFailure(cause).error);
  }
}

function isDamaged({ schema }: AnyItem, value: unknown): boolean {
  // Of null there is nothing to keep.
  return value !== undefined && value !== null && !v.is(schema, value);
}

function keysOf(wanted: 'local' | 'session'): string[] {
  return ITEMS.map(({ storageKey }) => parseStorageKey(storageKey)).flatMap(([area, key]) =>
    area === wanted ? [key] : [],
  );
}

import * as v from 'valibot';
import { browser } from '@/utils/browser';
import { clearFault, noteFault } from './note-fault';
import { parseStorageKey, type StorageKey } from './stored-item';

/** A longer value is cut in its copy. Characters. */
const MAXIMUM_CHARACTERS = 100_000;

const DAY_MS = 24 * 60 * 60_000;
const KEPT_MS = 30 * DAY_MS;

const PREFIX = 'damaged.';

const copySchema = v.object({
  /** Epoch milliseconds. */
  keptAt: v.number(),
  /** The value as JSON, or the beginning of that. */
  json: v.string(),
});

/**
 * Keeps a copy of a value that can't be read, beside it as `damaged.<key>`, and tells the person. There is
 * one copy of each key, the newest. What is kept and told already is neither kept nor told again.
 *
 * @throws what the browser's storage threw; there may be no copy then
 */
export async function keepDamaged(storageKey: StorageKey, value: unknown): Promise<void> {
  const [area, key] = parseStorageKey(storageKey);
  const json = JSON.stringify(value).slice(0, MAXIMUM_CHARACTERS);
  const isKept = (await readCopy(storageKey))?.json === json;
  if (!isKept) await browser.storage[area].set({ [PREFIX + key]: { keptAt: Date.now(), json } });
  // Not awaited: it goes through the gate, behind which this may be called. What is kept may not have been
  // told yet, by a background that was stopped in between.
  void (isKept ? Promise.resolve() : clearFault('damaged', key)).then(() =>
    noteFault({ kind: 'damaged', what: key }),
  );
}

/** Whether there is a copy of a damaged value of this key. */
export async function hasDamaged(storageKey: StorageKey): Promise<boolean> {
  return (await readCopy(storageKey)) !== undefined;
}

/** Forgets the copies of these keys. */
export async function forgetDamaged(storageKeys: readonly StorageKey[]): Promise<void> {
  for (const storageKey of storageKeys) {
    const [area, key] = parseStorageKey(storageKey);
    await browser.storage[area].remove(PREFIX + key);
  }
}

/** The keys among these of copies that were kept for 30 days, which is enough to ask somebody for help. */
export function outlivedCopies(stored: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(stored).filter((key) => {
    if (!key.startsWith(PREFIX)) return false;
    const age = v.is(copySchema, stored[key]) ? Date.now() - stored[key].keptAt : Infinity;
    return age > KEPT_MS;
  });
}

async function readCopy(storageKey: StorageKey) {
  const [area, key] = parseStorageKey(storageKey);
  const copy = (await browser.storage[area].get(PREFIX + key))[PREFIX + key];
  return v.is(copySchema, copy) ? copy : undefined;
}

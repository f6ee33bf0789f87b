import * as v from 'valibot';
import { browser } from '@/utils/browser';
import { createQueue } from './queue';

/** One persisted value: what may read it, and what a damaged value means, is decided where it is defined. */
export interface StoredItem<T> {
  readonly storageKey: StorageKey;
  readonly schema: v.GenericSchema<unknown, T>;
  /** The value, or `undefined` when there is none or it does not match the schema. */
  get(): Promise<T | undefined>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
  /**
   * Writes what is made of the value; `undefined` removes it. Updates of one context follow each other,
   * so none is lost.
   */
  update(change: (value: T | undefined) => T | undefined): Promise<void>;
  /** Calls back with each later value, whichever context wrote it; returns the function that ends it. */
  watch(callback: (value: T | undefined) => void): () => void;
}

/** Where a value lives: `local` outlives the browser, `session` does not and is closed to content scripts. */
export type StorageKey = `${'local' | 'session'}:${string}`;

/**
 * What every access to a stored item goes through, in the background: it can wait first, refuse, and say
 * in its own words what went wrong.
 */
export type StorageGate = <R>(
  storageKey: StorageKey,
  access: 'read' | 'write',
  work: () => Promise<R>,
) => Promise<R>;

let gate: StorageGate | undefined;

/** Puts a gate before all items of this context. Pages have none: they only read. */
export function setStorageGate(next: StorageGate): void {
  gate = next;
}

/** Area and name in it of a key. The name may hold colons of its own. */
export function parseStorageKey(storageKey: StorageKey): ['local' | 'session', string] {
  const [area, ...name] = storageKey.split(':');
  return [area as 'local' | 'session', name.join(':')];
}

/** Defines a value in extension storage. Every read is checked: storage outlives the code that wrote it. */
export function defineStoredItem<T>(
  storageKey: StorageKey,
  schema: v.GenericSchema<unknown, T>,
): StoredItem<T> {
  const [areaName, key] = parseStorageKey(storageKey);
  const area = () => browser.storage[areaName];
  const access = <R>(kind: 'read' | 'write', work: () => Promise<R>) =>
    gate ? gate(storageKey, kind, work) : work();
  const parse = (value: unknown): T | undefined => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : undefined;
  };
  const get = async () => parse((await access('read', () => area().get(key)))[key]);
  const set = (value: T) => access('write', () => area().set({ [key]: value }));
  const remove = () => access('write', () => area().remove(key));
  const inOrder = createQueue();
  return {
    storageKey,
    schema,
    get,
    set,
    remove,
    update: (change) =>
      inOrder(async () => {
        const value = change(await get());
        await (value === undefined ? remove() : set(value));
      }),
    watch: (callback) => {
      const listener = (changes: Record<string, { newValue?: unknown }>, changedArea: string) => {
        const change = changes[key];
        if (change && changedArea === areaName) callback(parse(change.newValue));
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}

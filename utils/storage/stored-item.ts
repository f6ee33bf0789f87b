import * as v from 'valibot';
import { browser } from '@/utils/browser';
import { createQueue } from './queue';

/** One persisted value: what may read it, and what a damaged value means, is decided where it is defined. */
export interface StoredItem<T> {
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

/** Defines a value in extension storage. Every read is checked: storage outlives the code that wrote it. */
export function defineStoredItem<T>(
  storageKey: StorageKey,
  schema: v.GenericSchema<unknown, T>,
): StoredItem<T> {
  const colon = storageKey.indexOf(':');
  const areaName = storageKey.slice(0, colon) as 'local' | 'session';
  // It may hold colons of its own.
  const key = storageKey.slice(colon + 1);
  const area = () => browser.storage[areaName];
  const parse = (value: unknown): T | undefined => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : undefined;
  };
  const get = async () => parse((await area().get(key))[key]);
  const set = (value: T) => area().set({ [key]: value });
  const remove = () => area().remove(key);
  const inOrder = createQueue();
  return {
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

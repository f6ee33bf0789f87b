import { storage, type StorageItemKey } from '@wxt-dev/storage';
import * as v from 'valibot';

/** One persisted value: what may read it, and what a damaged value means, is decided where it is defined. */
export interface StoredItem<T> {
  /** The value, or `undefined` when there is none or it does not match the schema. */
  get(): Promise<T | undefined>;
  set(value: T): Promise<void>;
  remove(): Promise<void>;
  /** Calls back with each later value; returns the function that ends it. */
  watch(callback: (value: T | undefined) => void): () => void;
}

/** Defines a value in extension storage. Every read is checked: storage outlives the code that wrote it. */
export function defineStoredItem<T>(
  key: StorageItemKey,
  schema: v.GenericSchema<unknown, T>,
): StoredItem<T> {
  const parse = (value: unknown): T | undefined => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : undefined;
  };
  return {
    get: async () => parse(await storage.getItem(key)),
    set: (value) => storage.setItem(key, value),
    remove: () => storage.removeItem(key),
    watch: (callback) => storage.watch(key, (value) => callback(parse(value))),
  };
}

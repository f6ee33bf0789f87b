// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { STORED_1 } from '@/tests/fixtures/stored/version-1';
import { MIGRATIONS } from '@/utils/storage/schema-version';
import * as items from '@/utils/storage/items';
import { welcomeItem } from '@/utils/storage/welcome-item';
import { parseStorageKey, type StoredItem } from '@/utils/storage/stored-item';

beforeEach(() => fakeBrowser.reset());

const EXAMPLES = Object.entries(STORED_1).flatMap(([name, stored]) =>
  Object.entries(stored).map(([key, value]): [string, string, unknown] => [key, name, value]),
);
const LOCAL = Object.values<StoredItem<unknown>>({ ...items, welcomeItem }).filter(
  ({ storageKey }) => parseStorageKey(storageKey)[0] === 'local',
);
const itemOf = (key: string) => {
  const found = LOCAL.find(({ storageKey }) => parseStorageKey(storageKey)[1] === key);
  if (!found) throw new Error(`no item ${key}`);
  return found;
};

describe('what was stored once', () => {
  it('[TK-08] has an example of each shape of this version', () => {
    // With the first migration: an example of each later version, and migrate these here.
    expect(MIGRATIONS).toHaveLength(0);
    const keys = new Set(EXAMPLES.map(([key]) => key));
    expect(keys).toEqual(new Set(LOCAL.map(({ storageKey }) => parseStorageKey(storageKey)[1])));
  });

  it.each(EXAMPLES)('[TK-08] [R32] is read whole: %s (%s)', async (key, _name, value) => {
    await fakeBrowser.storage.local.set({ [key]: value });
    expect(await itemOf(key).get()).toEqual(value);
  });
});

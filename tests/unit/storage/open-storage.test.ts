// @vitest-environment node
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { STORED_1 } from '@/tests/fixtures/stored/version-1';
import type { Migration } from '@/utils/storage/schema-version';

/** Made up: version 2 has another client id, in a shape that this version reads. */
const rename: Migration = ({ settings, ...others }) => ({
  ...others,
  settings: { ...(settings as object), clientId: 'renamed-client' },
});
const spoil: Migration = () => {
  throw new Error('no such thing');
};

const { local, session } = fakeBrowser.storage;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.resetModules();
  Object.assign(fakeBrowser.storage, { local: { ...local } });
  await local.set({ ...STORED_1.FULL, schemaVersion: 1 });
});

/** Opens storage as a background does that has these migrations. @returns its items */
async function open(...migrations: Migration[]) {
  const { openStorage } = await import('@/utils/storage/open-storage');
  openStorage(migrations);
  return await import('@/utils/storage/items');
}

const faults = async () => (await session.get('faults'))['faults'];

it('[TK-08] has every read wait for the migrations, and keeps what was before', async () => {
  const { settingsItem } = await open(rename);
  expect(await settingsItem.get()).toMatchObject({ clientId: 'renamed-client' });
  expect(await local.get(null)).toMatchObject({
    ...STORED_1.FULL,
    settings: { clientId: 'renamed-client' },
    beforeMigration: { version: 1, items: { settings: STORED_1.FULL.settings } },
    schemaVersion: 2,
  });
  expect((await faults()) ?? undefined).toBeUndefined();
});

it('[TK-08] writes all that migrations change at once', async () => {
  const set = vi.spyOn(fakeBrowser.storage.local, 'set');
  const { settingsItem } = await open(rename);
  await settingsItem.get();
  expect(set).toHaveBeenCalledOnce();
});

it('[TK-08] loses nothing by a migration that throws, says so, and goes on with what it can read', async () => {
  const { settingsItem } = await open(rename, spoil);
  expect(await settingsItem.get()).toEqual(STORED_1.FULL.settings);
  expect(await local.get(null)).toEqual({ ...STORED_1.FULL, schemaVersion: 1 });
  await vi.waitFor(async () => expect(await faults()).toEqual([{ kind: 'migration-failed' }]));
});

it('[TK-08] writes nothing over what a migration that failed has left unreadable', async () => {
  await local.set({ settings: { clientId: ['of', 'old'] } });
  const { settingsItem, accountsItem } = await open(spoil);
  await expect(settingsItem.set({})).rejects.toMatchObject({ error: { kind: 'other-version' } });
  await expect(settingsItem.remove()).rejects.toMatchObject({ error: { kind: 'other-version' } });
  expect(await local.get('settings')).toEqual({ settings: { clientId: ['of', 'old'] } });
  await accountsItem.set({ list: [] });
  expect(await accountsItem.get()).toEqual({ list: [] });
});

it.each([
  ['Resource::kQuotaBytes quota exceeded', 'storage-full'],
  ['Corruption: checksum mismatch', 'migration-failed'],
])('[TK-08] [TK-09] leaves all as it was when "%s" keeps it from writing', async (text, kind) => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error(text));
  const { settingsItem } = await open(rename);
  expect(await settingsItem.get()).toEqual(STORED_1.FULL.settings);
  expect(await local.get(null)).toEqual({ ...STORED_1.FULL, schemaVersion: 1 });
  await vi.waitFor(async () => expect(await faults()).toEqual([{ kind }]));
});

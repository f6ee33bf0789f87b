// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { STORED_1 } from '@/tests/fixtures/stored/version-1';
import { schemaState, type Migration, type RawItems } from '@/utils/storage/schema-version';

/** Made up: version 2 calls the payer of an account otherwise. */
const rename: Migration = (items) => {
  const settings = (items['settingsByAccount'] ?? {}) as Record<string, { billTo?: string }>;
  const renamed = Object.entries(settings).map(([sub, { billTo, ...others }]) => [
    sub,
    billTo === undefined ? others : { ...others, payer: billTo },
  ]);
  return { ...items, settingsByAccount: Object.fromEntries(renamed) as unknown };
};
/** Made up: version 3 has one key for what were two. */
const merge: Migration = ({ settings, settingsByAccount, ...others }) => ({
  ...others,
  choices: { settings, settingsByAccount },
});
const { billTo, ...OTHERS } = STORED_1.FULL.settingsByAccount['user-ada'];
const RENAMED = { 'user-ada': { ...OTHERS, payer: billTo }, 'user-grace': {} };

describe('schemaState', () => {
  it.each<[string, RawItems]>([
    ['of a new installation', {}],
    ['of an installation from before there were versions', STORED_1.FULL],
    ['whose version is damaged', { ...STORED_1.FULL, schemaVersion: 'one' }],
    ['whose version is none', { ...STORED_1.FULL, schemaVersion: 0.5 }],
  ])('[TK-08] only writes version 1 into a storage %s', (_what, stored) => {
    expect(schemaState(stored)).toEqual({
      kind: 'migrated',
      write: { schemaVersion: 1 },
      remove: [],
    });
  });

  it('[TK-08] leaves alone what is of this version', () => {
    expect(schemaState({ ...STORED_1.FULL, schemaVersion: 1 })).toEqual({ kind: 'current' });
    expect(schemaState({ schemaVersion: 2 }, [rename])).toEqual({ kind: 'current' });
  });

  it('[TK-08] knows what a newer version has made', () => {
    expect(schemaState({ schemaVersion: 2 })).toEqual({ kind: 'newer' });
  });

  it('[TK-08] migrates in order, and keeps what it changes as it was', () => {
    expect(schemaState({ ...STORED_1.FULL, schemaVersion: 1 }, [rename, merge])).toEqual({
      kind: 'migrated',
      write: {
        choices: { settings: STORED_1.FULL.settings, settingsByAccount: RENAMED },
        beforeMigration: {
          version: 1,
          items: {
            settings: STORED_1.FULL.settings,
            settingsByAccount: STORED_1.FULL.settingsByAccount,
          },
        },
        schemaVersion: 3,
      },
      remove: ['settingsByAccount', 'settings'],
    });
  });

  it('[TK-08] begins at the version that is stored', () => {
    const state = schemaState({ settings: { a: 1 }, schemaVersion: 2 }, [rename, merge]);
    expect(state).toMatchObject({ write: { choices: { settings: { a: 1 } } } });
    expect(state).toMatchObject({ write: { beforeMigration: { version: 2 } } });
  });

  it('[TK-08] replaces the copy of the last migration by its own', () => {
    const beforeMigration = { version: 1, items: { settings: { old: true } } };
    const stored = { settings: { a: 1 }, beforeMigration, schemaVersion: 2 };
    expect(schemaState(stored, [rename, merge])).toMatchObject({
      write: { beforeMigration: { version: 2, items: { settings: { a: 1 } } } },
    });
  });

  it('[TK-08] changes nothing when a migration throws halfway', () => {
    const cause = new Error('no such thing');
    const stored = structuredClone(STORED_1.FULL);
    const spoil: Migration = (items) => {
      Object.assign(items['settings'] as object, { clientId: undefined });
      throw cause;
    };
    expect(schemaState(stored, [rename, spoil])).toEqual({ kind: 'failed', cause });
    expect(stored).toEqual(STORED_1.FULL);
  });
});

// @vitest-environment node
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  accountsItem,
  settingsByAccountItem,
  settingsItem,
  signInProgressItem,
} from '@/utils/storage/items';
import { accessTokenItem } from '@/utils/session/secret-items';
import { defineStoredItem } from '@/utils/storage/stored-item';
import { storedSignal } from '@/utils/state/stored-signal';

const item = defineStoredItem('local:lamp', v.object({ lit: v.boolean() }));

beforeEach(() => {
  fakeBrowser.reset();
});

describe('defineStoredItem', () => {
  it('gives back what was stored, until it is removed', async () => {
    await item.set({ lit: true });
    expect(await item.get()).toEqual({ lit: true });
    await item.remove();
    expect(await item.get()).toBeUndefined();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['another type', 'lit'],
    ['a missing key', {}],
    ['a key of another type', { lit: 'yes' }],
    ['a list', [{ lit: true }]],
  ])('reads %s as no value', async (_title, stored) => {
    await fakeBrowser.storage.local.set({ lamp: stored });
    expect(await item.get()).toBeUndefined();
  });

  it('tells a watcher each new value, and a damaged one as none', async () => {
    const heard: unknown[] = [];
    const unwatch = item.watch((value) => heard.push(value));
    await item.set({ lit: true });
    await fakeBrowser.storage.local.set({ lamp: 7 });
    await vi.waitFor(() => expect(heard).toEqual([{ lit: true }, undefined]));
    unwatch();
    await item.set({ lit: false });
    expect(heard).toHaveLength(2);
  });
});

describe('storedSignal', () => {
  it('holds the stored value and follows it', async () => {
    await item.set({ lit: false });
    const signal = await storedSignal(item);
    expect(signal.value).toEqual({ lit: false });
    await item.set({ lit: true });
    await vi.waitFor(() => expect(signal.value).toEqual({ lit: true }));
    await item.remove();
    await vi.waitFor(() => expect(signal.value).toBeUndefined());
  });
});

const SOURCE = { clientId: 'app', issuer: 'https://huggingface.co' };
const TOKEN = { ...SOURCE, value: 'hf_oauth_x', expiresAt: 1 };
const MODEL_7 = { a: { choices: { default: { model: 7 } } } };

describe('the items of the extension', () => {
  it.each([
    ['an account without organizations', accountsItem, 'accounts', { list: [{ sub: '1' }] }],
    ['a chosen model that is no text', settingsByAccountItem, 'settingsByAccount', MODEL_7],
    ['a client id that is no text', settingsItem, 'settings', { clientId: 7 }],
  ])('reads %s as none', async (_title, stored, key, value) => {
    await fakeBrowser.storage.local.set({ [key]: value });
    expect(await stored.get()).toBeUndefined();
  });

  it('reads a failed sign-in with its error', async () => {
    const failed = { status: 'failed', error: { kind: 'offline' } } as const;
    await signInProgressItem.set(failed);
    expect(await signInProgressItem.get()).toEqual(failed);
  });

  it('[TK-04] keeps the access token in the session area alone', async () => {
    await accessTokenItem('1').set(TOKEN);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).toContain('hf_oauth_x');
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.storage.sync.get(null)).toEqual({});
  });

  it('keeps the tokens of accounts apart whose names hold a colon', async () => {
    await accessTokenItem('people:1').set(TOKEN);
    await accessTokenItem('people:2').set({ ...TOKEN, value: 'hf_oauth_y' });
    expect(await accessTokenItem('people:1').get()).toEqual(TOKEN);
  });
});

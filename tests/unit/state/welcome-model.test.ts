import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Account } from '@/utils/account/account';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import { loadWelcomeModel } from '@/utils/state/welcome-model';
import { welcomeItem } from '@/utils/storage/welcome-item';
import { ADA } from '../support/fake-background';

let toolbar: { isOnToolbar: boolean | undefined } | Error;

beforeEach(() => {
  fakeBrowser.reset();
  toolbar = { isOnToolbar: false };
  const getUserSettings = async () => {
    if (toolbar instanceof Error) throw toolbar;
    return toolbar;
  };
  Object.assign(fakeBrowser, { action: { getUserSettings } });
});

function load(account?: Account, endpoint?: OwnEndpoint) {
  return loadWelcomeModel({ account: signal(account), endpoint: signal(endpoint) });
}

const ENDPOINT = { id: '1', name: 'Home', url: 'http://127.0.0.1:8080' } as OwnEndpoint;

describe('the steps of the first run', () => {
  it('are all open at first', async () => {
    const { settled } = await load();
    expect(settled.value).toEqual({ signIn: undefined, pin: undefined, try: undefined });
  });

  it.each([
    ['is signed in', ADA, undefined],
    ['uses an endpoint of their own', undefined, ENDPOINT],
  ])('begin with one that is done for who %s, even if it was passed over', async (_, who, own) => {
    await welcomeItem.set({ signIn: 'skipped' });
    expect((await load(who, own)).settled.value.signIn).toBe('done');
  });

  it('are as they were noted, but for what can be seen to be undone', async () => {
    await welcomeItem.set({ signIn: 'done', pin: 'done', try: 'done' });
    expect((await load()).settled.value).toEqual({
      signIn: undefined,
      pin: undefined,
      try: 'done',
    });
    await welcomeItem.set({ signIn: 'skipped', pin: 'skipped', try: 'skipped' });
    expect((await load()).settled.value).toEqual({
      signIn: 'skipped',
      pin: 'skipped',
      try: 'skipped',
    });
  });
});

describe('the button in the toolbar', () => {
  it('is looked for again when the person comes back to the page', async () => {
    const { settled } = await load();
    toolbar = { isOnToolbar: true };
    dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(settled.value.pin).toBe('done'));
  });

  it('is heard of by the event of browsers that have it', async () => {
    const heard: (() => void)[] = [];
    const onUserSettingsChanged = { addListener: (listener: () => void) => heard.push(listener) };
    Object.assign(fakeBrowser.action, { onUserSettingsChanged });
    const { isPinned } = await load();
    toolbar = { isOnToolbar: true };
    for (const listener of heard) listener();
    await vi.waitFor(() => expect(isPinned.value).toBe(true));
  });

  it.each([
    ['does not know it', () => Object.assign(fakeBrowser, { action: {} })],
    ['refuses to say', () => (toolbar = new Error('no window'))],
  ])('is as the person says where the browser %s', async (_title, take) => {
    take();
    await welcomeItem.set({ pin: 'done' });
    const { settled, isPinned } = await load();
    expect(isPinned.value).toBeUndefined();
    expect(settled.value.pin).toBe('done');
  });
});

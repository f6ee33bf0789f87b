import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LanguageSection } from '@/entrypoints/options/language-section';
import { MasksSection } from '@/entrypoints/options/masks-section';
import type { AccountSettings } from '@/utils/account/account-settings';
import { ADA, fakeAppModel, FakeBackground } from '../support/fake-background';
import { Page } from '../support/page';

let background: FakeBackground;
let sent: object[];

beforeEach(() => {
  background = new FakeBackground();
  sent = [];
  const { sendMessage } = fakeBrowser.runtime;
  Object.assign(fakeBrowser.runtime, {
    sendMessage: (message: object) => {
      sent.push(message);
      return sendMessage(message);
    },
  });
});

async function open(settings: AccountSettings = {}) {
  const app = fakeAppModel(ADA);
  app.settings.value = settings;
  const page = await Page.open(<LanguageSection app={app} />);
  const selects = [...page.root.querySelectorAll('select')];
  return { page, selects };
}

async function choose(select: HTMLSelectElement | undefined, value: string): Promise<void> {
  await act(() => {
    if (select) select.value = value;
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

const change = (of: object, sub = ADA.sub) => ({ kind: 'settings.change', sub, change: of });

describe('the languages and masks of the options', () => {
  it('says what holds: the language of the browser, or the one that was chosen', async () => {
    const { selects } = await open();
    expect(selects.map(({ value }) => value)).toEqual(['', '']);
    expect(selects[0]?.options[0]?.textContent).toBe('That of the browser (American English)');
    const { selects: chosen } = await open({ language: 'de', secondLanguage: 'gsw' });
    expect(chosen.map(({ value }) => value)).toEqual(['de', 'gsw']);
  });

  it('keeps both languages for the account in use, and takes them back', async () => {
    const { selects } = await open({ secondLanguage: 'fr' });
    await choose(selects[0], 'zh-Hant');
    await choose(selects[1], '');
    expect(sent).toEqual([change({ language: 'zh-Hant' }), change({ secondLanguage: null })]);
  });

  it('turns masking on and off, also where nobody is signed in', async () => {
    const page = await Page.open(<MasksSection app={fakeAppModel(undefined)} />);
    const box = page.root.querySelector<HTMLInputElement>('input[type=checkbox]');
    expect(box?.checked).toBe(false);
    await act(() => box?.click());
    await act(() => box?.click());
    expect(sent).toEqual([change({ masks: true }, ''), change({ masks: null }, '')]);
  });

  it('says when a change was not kept, and shows what holds', async () => {
    background.answers('settings.change', { ok: false, error: { kind: 'signed-out' } });
    const { page, selects } = await open();
    await choose(selects[0], 'de');
    await vi.waitFor(() => expect(page.root.querySelector('.notice')).not.toBeNull());
    await vi.waitFor(() => expect(selects[0]?.value).toBe(''));
  });

  it('never shows masks that are not stored', async () => {
    background.answers('settings.change', { ok: false, error: { kind: 'storage-full' } });
    const page = await Page.open(<MasksSection app={fakeAppModel(ADA)} />);
    const box = page.root.querySelector<HTMLInputElement>('input[type=checkbox]');
    for (let time = 0; time < 2; time += 1) {
      await act(() => box?.click());
      await vi.waitFor(() => expect(page.all('alert')).toHaveLength(1));
      await vi.waitFor(() => expect(box?.checked).toBe(false));
    }
  });
});

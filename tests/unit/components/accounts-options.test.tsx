import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OptionsApp } from '@/entrypoints/options/options-app';
import { loadAddressedPlace } from '@/entrypoints/options/place-views';
import type { Account } from '@/utils/account/account';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import { ADA, fakeAppModel, FakeBackground } from '../support/fake-background';
import { Page } from '../support/page';

const EVE: Account = { ...ADA, sub: '3', username: 'eve', fullName: 'Eve', session: 'ended' };
const EMAIL = 'Read your email address';
const WAITING: SignInProgress = { status: 'in-progress', startedAt: 1 };
const NOT_GRANTED: SignInProgress = {
  status: 'failed',
  error: { kind: 'scope-not-granted', scope: 'email' },
};

let background: FakeBackground;
let sent: object[];
let opened: Page;

beforeEach(() => {
  background = new FakeBackground();
  sent = [];
  Object.assign(fakeBrowser.identity, { launchWebAuthFlow: () => Promise.resolve('') });
  const { sendMessage } = fakeBrowser.runtime;
  Object.assign(fakeBrowser.runtime, {
    sendMessage: (message: object) => {
      sent.push(message);
      return sendMessage(message);
    },
  });
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal('scrollTo', () => undefined);
  location.hash = '';
});

// Or it would go on listening to the address.
afterEach(() => opened.show(null));

async function open(accounts: readonly Account[] = [ADA]) {
  const app = fakeAppModel(accounts.find(({ session }) => session === 'open'));
  app.accounts.value = accounts;
  await loadAddressedPlace();
  const page = await Page.open(<OptionsApp app={app} />);
  opened = page;
  const progress = (next: SignInProgress | undefined) =>
    act(() => {
      app.signIn.value = next;
    });
  return { page, app, progress };
}

async function flip(page: Page, name: string): Promise<void> {
  await act(() => page.get('switch', name).click());
}

describe('the account section of the options', () => {
  it('asks for a scope, says beside its switch how that goes, and how it ended', async () => {
    const { page, progress } = await open();
    await flip(page, EMAIL);
    expect(sent).toEqual([{ kind: 'session.set-scope', scope: 'email', isOn: true }]);
    await progress(WAITING);
    const row = page.get('switch', EMAIL).closest('li');
    expect(row?.textContent).toContain('Waiting for the sign-in window…');
    await progress(NOT_GRANTED);
    expect(page.all('alert')).toHaveLength(1);
    expect(row?.querySelector('[role=alert]')?.textContent).toContain('was not granted');
  });

  it('cancels what it waits for, and forgets how it ended, by the same request', async () => {
    const { page, progress } = await open();
    await progress(WAITING);
    await page.press('Cancel');
    await progress(NOT_GRANTED);
    await page.press('Dismiss');
    const cancel = { kind: 'session.cancel-sign-in' };
    expect(sent).toEqual([cancel, cancel]);
  });

  it('says once how a sign-in ended that was asked for elsewhere', async () => {
    const { page, progress } = await open();
    await progress({ status: 'failed', error: { kind: 'sign-in-cancelled' } });
    expect(page.get('alert').textContent).toContain('The sign-in window was closed');
    expect(page.get('alert').className).not.toContain('notice-error');
  });

  it('says beside Add account how that goes', async () => {
    const { page, progress } = await open();
    await page.press('Add account');
    expect(sent).toEqual([{ kind: 'session.add-account' }]);
    await progress(WAITING);
    expect(page.root.querySelector('.accounts')?.textContent).toContain('Waiting for the sign-in');
    expect(page.all('button', 'Cancel')).toHaveLength(1);
  });

  it('takes an account whose session has ended into use, and signs in to it', async () => {
    const { page } = await open([ADA, EVE]);
    await page.press('Sign in again');
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent).toEqual([
      { kind: 'session.switch-account', sub: '3' },
      { kind: 'session.sign-in' },
    ]);
  });

  it('signs nobody in again who could not be taken into use, and says so', async () => {
    background.answers('session.switch-account', { ok: false, error: { kind: 'signed-out' } });
    const { page } = await open([ADA, EVE]);
    await page.press('Sign in again');
    await vi.waitFor(() => expect(page.get('alert').textContent).toContain('You are signed out'));
    expect(sent).toHaveLength(1);
  });

  it('lists the accounts also while none is in use, under the way to sign in', async () => {
    const { page } = await open([EVE]);
    expect(page.all('button', 'Sign in again as Eve')).toHaveLength(1);
    await page.press('Sign out');
    expect(sent).toEqual([{ kind: 'session.sign-out', sub: '3' }]);
  });

  it('says what a sign-out would delete beside the list, and does it when told so again', async () => {
    const error = { kind: 'history-would-go', count: 1, sub: ADA.sub };
    background.answers('session.sign-out', { ok: false, error });
    const { page } = await open();
    await page.press('Sign out');
    await vi.waitFor(() =>
      expect(page.get('alert').textContent).toContain('Signing out deletes 1 answer'),
    );
    const list = page.root.querySelector('.accounts');
    expect(list?.nextElementSibling?.contains(page.get('alert'))).toBe(true);
    expect(page.get('link', 'Open history settings').getAttribute('href')).toBe(
      '/options.html#history',
    );
    background.answers('session.sign-out', { ok: true, value: null });
    await page.press('Sign out and delete');
    expect(sent.at(-1)).toEqual({ kind: 'session.sign-out', sub: ADA.sub, deletesHistory: true });
    await vi.waitFor(() => expect(page.all('alert')).toEqual([]));
  });

  it('has every control once while none is in use', async () => {
    const { page, app } = await open([EVE]);
    await act(() => {
      app.accounts.value = [EVE, { ...ADA, sub: '2', username: 'grace' }];
    });
    expect(page.names('button').filter((name) => /Sign in|Use|@grace/.test(name))).toEqual([
      'Sign in again as Eve',
      'Use',
    ]);
  });

  it('keeps the focus when the account in use goes', async () => {
    const { page, app } = await open();
    page.get('button', 'Sign out').focus();
    await act(() => {
      app.accounts.value = [];
      app.account.value = undefined;
    });
    expect(document.activeElement).toBe(page.root.querySelector('#signed-in'));
  });
});

describe('the settings of the OAuth app', () => {
  it('say beside each field what a change comes to', async () => {
    const { page } = await open();
    const hintOf = (name: string) => {
      const id = page.field('textbox', name).getAttribute('aria-describedby') ?? '';
      return document.getElementById(id)?.textContent;
    };
    expect(hintOf('Client ID')).toBe('Another client ID ends every session here.');
    expect(hintOf('Scopes')).toBe('Used from the next sign-in on.');
  });

  it('are followed by what an administrator has set, in a section of its own', async () => {
    const { page, app } = await open();
    await act(() => {
      const managed = [{ key: 'HISTORY_DISABLED', value: 'true' }] as const;
      app.configuration.value = { ...app.configuration.value, managed };
    });
    const names = page.names('heading');
    expect(names.indexOf('Set by your organization')).toBe(names.indexOf('OAuth app') + 1);
    const own = page.get('heading', 'Set by your organization').closest('section');
    expect(own?.contains(page.get('heading', 'OAuth app'))).toBe(false);
    expect(page.root.querySelector('#application')?.contains(own)).toBe(false);
  });
});

describe('the options, by address', () => {
  const goTo = (hash: string) =>
    act(() => {
      location.hash = hash;
      dispatchEvent(new Event('hashchange'));
    });

  it.each([
    ['account', 'Account'],
    ['application', 'OAuth app'],
    ['code', 'Sign in with a code'],
    ['spending', 'Spending'],
    ['actions', 'Actions'],
    ['answers', 'Answers'],
    ['language', 'Language'],
    ['models', 'Models'],
    ['endpoints', 'Your own endpoints'],
    ['privacy', 'Privacy'],
    ['history', 'History'],
    ['shortcuts', 'Shortcuts'],
    ['appearance', 'Appearance'],
    ['about', 'About'],
  ])('go to #%s at once, and focus its heading', async (id, title) => {
    location.hash = id;
    const { page } = await open();
    expect(document.activeElement).toBe(page.get('heading', title));
    expect(page.root.querySelectorAll('[aria-current=page]')).toHaveLength(1);
  });

  it('go there also later, and scroll it into view', async () => {
    const scrolled: string[] = [];
    Element.prototype.scrollIntoView = function scrollIntoView() {
      scrolled.push(this.id);
    };
    const { page } = await open();
    expect(scrolled).toEqual([]);
    await goTo('application');
    await vi.waitFor(() => expect(document.activeElement).toBe(page.get('heading', 'OAuth app')));
    expect(scrolled).toEqual(['application']);
  });

  it.each(['', 'nowhere', 'constructor'])('show the account at #%s', async (address) => {
    location.hash = address;
    const { page } = await open();
    expect(page.get('link', 'Account').getAttribute('aria-current')).toBe('page');
    expect(page.all('heading', 'Who is signed in')).toHaveLength(1);
    expect(document.title).toBe('Companion for Hugging Face: Account');
  });

  it('show one place at a time, and its name as the title', async () => {
    const { page } = await open();
    await goTo('about');
    await vi.waitFor(() => expect(page.all('heading', 'Who is signed in')).toEqual([]));
    expect(page.get('link', 'About').getAttribute('aria-current')).toBe('page');
    expect(document.title).toBe('Companion for Hugging Face: About');
  });

  it('offer a code only at its address', async () => {
    const { page } = await open();
    expect(page.all('heading', 'Sign in with a code')).toEqual([]);
    await goTo('code');
    await vi.waitFor(() => page.get('button', 'Get a code'));
    await goTo('account');
    await vi.waitFor(() => expect(page.all('button', 'Get a code')).toEqual([]));
  });
});

import { act } from 'preact/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadFirstView, PopupApp } from '@/entrypoints/popup/popup-app';
import { loadFirstView as loadPanelView, PanelApp } from '@/entrypoints/sidepanel/panel-app';
import type { Account } from '@/utils/account/account';
import { ADA, fakeAppModel, FakeBackground, fakeRunModel } from '../support/fake-background';
import { Page } from '../support/page';

const GRACE: Account = { ...ADA, sub: '2', username: 'grace', fullName: 'Grace Hopper' };
const SIGN_IN = 'Sign in with Hugging Face';

let background: FakeBackground;
let sent: object[];

beforeAll(() => loadFirstView(fakeAppModel(undefined)));

beforeEach(() => {
  background = new FakeBackground();
  sent = [];
  Object.assign(fakeBrowser.identity, { launchWebAuthFlow: () => Promise.resolve('') });
  const { sendMessage } = fakeBrowser.runtime;
  Object.assign(fakeBrowser.runtime, {
    sendMessage: (message: { kind: string }) => {
      if (message.kind.startsWith('session.')) sent.push(message);
      return sendMessage(message);
    },
  });
});

function model(inUse: Account | undefined, accounts: readonly Account[]) {
  const app = fakeAppModel(inUse);
  app.accounts.value = accounts;
  return app;
}

async function openPopup(inUse: Account | undefined, accounts: readonly Account[]) {
  const app = model(inUse, accounts);
  const page = await Page.open(<PopupApp app={app} runs={fakeRunModel()} windowId={1} />);
  return { page, app };
}

describe('the popup of somebody who is signed in', () => {
  it('switches to another account of the list in the menu', async () => {
    const { page, app } = await openPopup(ADA, [ADA, GRACE]);
    await page.openMenu('Account');
    await page.press('GHGrace Hopper @grace', 'menuitem');
    expect(sent).toEqual([{ kind: 'session.switch-account', sub: '2' }]);
    await act(() => {
      app.account.value = GRACE;
    });
    expect(page.root.querySelector('header')?.textContent).toContain('@grace');
    expect(document.activeElement).toBe(page.get('button', 'Account'));
  });

  it('says so when it could not switch', async () => {
    background.answers('session.switch-account', { ok: false, error: { kind: 'signed-out' } });
    const { page } = await openPopup(ADA, [ADA, GRACE]);
    await page.openMenu('Account');
    await page.press('GHGrace Hopper @grace', 'menuitem');
    await vi.waitFor(() => expect(page.get('alert').textContent).toContain('You are signed out'));
  });

  it('signs out the account in use, and no other', async () => {
    const { page } = await openPopup(GRACE, [ADA, GRACE]);
    await page.openMenu('Account');
    await page.press('Sign out', 'menuitem');
    expect(sent).toEqual([{ kind: 'session.sign-out', sub: '2' }]);
  });

  it('says what a sign-out would delete, and does it when told so again', async () => {
    const error = { kind: 'history-would-go', count: 12, sub: ADA.sub };
    background.answers('session.sign-out', { ok: false, error });
    const { page } = await openPopup(ADA, [ADA]);
    await page.openMenu('Account');
    await page.press('Sign out', 'menuitem');
    await vi.waitFor(() =>
      expect(page.get('alert').textContent).toContain('Signing out deletes 12 answers'),
    );
    await page.press('Sign out and delete');
    expect(sent).toEqual([
      { kind: 'session.sign-out', sub: ADA.sub },
      { kind: 'session.sign-out', sub: ADA.sub, deletesHistory: true },
    ]);
  });

  it('tells once of a sign-in that brought nothing, until that is dismissed', async () => {
    const { page, app } = await openPopup(ADA, [ADA]);
    await act(() => {
      app.signIn.value = { status: 'failed', error: { kind: 'account-in-use', username: 'ada' } };
    });
    expect(page.all('alert')).toHaveLength(1);
    expect(page.get('alert').textContent).toContain('You are signed in here already as @ada');
    page.get('button', 'Dismiss').focus();
    await page.press('Dismiss');
    expect(sent).toEqual([{ kind: 'session.cancel-sign-in' }]);
    await act(() => {
      app.signIn.value = undefined;
    });
    expect(document.activeElement).toBe(page.get('button', 'Account'));
  });

  it('can cancel a sign-in that is under way', async () => {
    const { page, app } = await openPopup(ADA, [ADA]);
    await page.openMenu('Account');
    await page.press('Add account', 'menuitem');
    await act(() => {
      app.signIn.value = { status: 'in-progress', startedAt: 1 };
    });
    await page.press('Cancel');
    expect(sent).toEqual([{ kind: 'session.add-account' }, { kind: 'session.cancel-sign-in' }]);
  });

  it('keeps the focus when the account in use goes', async () => {
    const { page, app } = await openPopup(ADA, [ADA]);
    await act(() => {
      app.account.value = undefined;
    });
    expect(document.activeElement).toBe(page.get('button', SIGN_IN).closest('main'));
  });
});

describe('somebody who has no session in use', () => {
  it('takes no focus when the popup opens', async () => {
    await openPopup(undefined, []);
    expect(document.activeElement).toBe(document.body);
  });

  it.each([
    ['the popup', (accounts: readonly Account[]) => openPopup(undefined, accounts)],
    [
      'the panel',
      async (accounts: readonly Account[]) => {
        const app = model(undefined, accounts);
        await loadPanelView(app);
        return {
          page: await Page.open(<PanelApp app={app} runs={fakeRunModel()} windowId={1} />),
        };
      },
    ],
  ])('goes on as another in %s, by one press', async (_title, open) => {
    const { page } = await open([{ ...ADA, session: 'ended' }, GRACE]);
    expect(page.all('button', 'Sign in again as Ada Lovelace')).toHaveLength(1);
    await page.press('GHGrace Hopper @grace');
    expect(sent).toEqual([{ kind: 'session.switch-account', sub: '2' }]);
  });

  it('has a code for the main way in where the browser has no sign-in window', async () => {
    delete (fakeBrowser.identity as { launchWebAuthFlow?: unknown }).launchWebAuthFlow;
    const { page } = await openPopup(undefined, []);
    expect(page.names('link')).toEqual([
      'Sign in with a code',
      'Check the OAuth app',
      'Use a server of your own',
    ]);
    expect(page.all('button')).toEqual([]);
  });
});

import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { AccountHeader } from '@/components/account/account-header';
import type { Account } from '@/utils/account/account';
import { Page } from '../support/page';

const ADA: Account = {
  sub: '1',
  username: 'ada',
  fullName: 'Ada Lovelace',
  isPro: true,
  organizations: [
    { sub: '2', name: 'Engines', username: 'engines' },
    { sub: '3', name: 'Looms', username: 'looms' },
  ],
  scopes: ['openid', 'profile', 'inference-api'],
  session: 'open',
};

const GRACE: Account = {
  ...ADA,
  sub: '4',
  username: 'grace',
  fullName: 'Grace Hopper',
  isPro: false,
  organizations: [],
};

async function open(change: Partial<Account> = {}, others: Account[] = []) {
  const done: string[] = [];
  const page = await Page.open(
    <AccountHeader
      account={{ ...ADA, ...change }}
      links={{
        profile: 'https://huggingface.co/ada',
        billing: 'https://huggingface.co/settings/billing',
        connectedApps: 'https://huggingface.co/settings/connected-applications',
      }}
      others={others}
      onSwitch={({ username }) => done.push(`switch to ${username}`)}
      onAdd={() => done.push('add')}
      onSignOut={() => done.push('sign-out')}
      onOptions={() => done.push('options')}
    />,
  );
  return { page, done };
}

describe('AccountHeader', () => {
  it('says who is signed in', async () => {
    const { page } = await open();
    expect(page.root.textContent).toContain('Ada Lovelace PRO@ada Engines, Looms');
  });

  it('shows all organizations by the keyboard, where there is no room for them', async () => {
    const { page } = await open();
    const cut = page.root.querySelector<HTMLElement>('.account-organizations');
    await act(() => cut?.focus());
    expect(document.activeElement).toBe(cut);
    const words = document.getElementById(cut?.getAttribute('aria-describedby') ?? '');
    expect(words?.textContent).toBe('Organizations: Engines, Looms');
  });

  it('says nothing of PRO and organizations where there are none', async () => {
    const { page } = await open({ isPro: false, organizations: [] });
    expect(page.root.textContent).not.toContain('PRO');
    expect(page.root.querySelector('.account-organizations')).toBeNull();
  });

  it('says the address where it is known', async () => {
    expect((await open()).page.root.querySelector('.account-email')).toBeNull();
    const { page } = await open({ email: 'ada@example.org' });
    expect(page.root.textContent).toContain('Engines, Loomsada@example.org');
  });

  it('hides its menu until it is asked for', async () => {
    const { page } = await open();
    expect(page.names('menuitem')).toEqual([]);
    expect(page.get('button', 'Account').getAttribute('aria-expanded')).toBe('false');
    await page.openMenu('Account');
    expect(page.get('button', 'Account').getAttribute('aria-expanded')).toBe('true');
    expect(page.names('menuitem')).toEqual([
      'Add account',
      'Your profile',
      'Usage and billing',
      'Connected applications',
      'Options',
      'Sign out',
    ]);
    await page.press('Account');
    expect(page.names('menuitem')).toEqual([]);
  });

  it('controls the menu that it names', async () => {
    const { page } = await open();
    await page.openMenu('Account');
    const id = page.get('button', 'Account').getAttribute('aria-controls') ?? '';
    expect(document.getElementById(id)?.textContent).toContain('Sign out');
  });

  it('signs out and opens the options from the menu', async () => {
    const { page, done } = await open();
    for (const name of ['Options', 'Sign out']) {
      await page.openMenu('Account');
      await page.press(name, 'menuitem');
    }
    expect(done).toEqual(['options', 'sign-out']);
  });

  it('opens links in a tab that knows nothing of the extension', async () => {
    const { page } = await open();
    await page.openMenu('Account');
    const links = page.all('menuitem').filter((item) => item instanceof HTMLAnchorElement);
    expect(links).toHaveLength(3);
    for (const link of links) {
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toBe('noreferrer');
    }
  });

  it('closes the menu by the first Escape and leaves the second to the popup', async () => {
    const { page } = await open();
    await page.openMenu('Account');
    const first = await page.key(page.get('menuitem', 'Sign out'), { key: 'Escape' });
    expect(first.defaultPrevented).toBe(true);
    expect(page.names('menuitem')).toEqual([]);
    const second = await page.key(page.get('button', 'Account'), { key: 'Escape' });
    expect(second.defaultPrevented).toBe(false);
  });
});

describe('AccountHeader, the other accounts', () => {
  it('offers each by name, and says where that asks for a sign-in', async () => {
    const eve: Account = { ...GRACE, sub: '5', username: 'eve', fullName: 'Eve', session: 'ended' };
    const { page } = await open({}, [GRACE, eve]);
    await page.openMenu('Account');
    const group = page.get('group', 'Other accounts');
    const names = [...group.querySelectorAll('[role=menuitem] .account-who')].map(
      (who) => who.textContent,
    );
    expect(names).toEqual(['Grace Hopper @grace', 'Eve @eve Sign in again']);
  });

  it('has no such group where there are none', async () => {
    const { page } = await open();
    await page.openMenu('Account');
    expect(page.all('group')).toEqual([]);
  });

  it.each([
    ['switches', 'GHGrace Hopper @grace', 'switch to grace'],
    ['starts adding one', 'Add account', 'add'],
  ])('%s by one press, and is closed with the focus on its button', async (_title, name, what) => {
    const { page, done } = await open({}, [GRACE]);
    await page.openMenu('Account');
    await page.press(name, 'menuitem');
    expect(done).toEqual([what]);
    expect(page.names('menuitem')).toEqual([]);
    expect(document.activeElement).toBe(page.get('button', 'Account'));
  });
});

describe('AccountHeader, leaving its menu', () => {
  async function openMenu() {
    const { page } = await open();
    const outside = document.body.appendChild(document.createElement('button'));
    await page.openMenu('Account');
    return { page, outside };
  }
  const isOpen = (page: Page) => page.all('menuitem', 'Sign out').length > 0;

  it('closes when the focus goes elsewhere, not when it moves inside', async () => {
    const { page, outside } = await openMenu();
    page.get('button', 'Account').focus();
    await act(() => page.get('menuitem', 'Options').focus());
    expect(isOpen(page)).toBe(true);
    await act(() => outside.focus());
    expect(isOpen(page)).toBe(false);
  });

  it('stays when the window loses the focus', async () => {
    const { page } = await openMenu();
    page.get('menuitem', 'Options').focus();
    await act(() => page.get('menuitem', 'Options').blur());
    expect(isOpen(page)).toBe(true);
  });

  it('closes on a press outside, not on one inside', async () => {
    const { page, outside } = await openMenu();
    const press = (target: Element) =>
      act(() => void target.dispatchEvent(new Event('pointerdown', { bubbles: true })));
    await press(page.get('menuitem', 'Options'));
    expect(isOpen(page)).toBe(true);
    await press(outside);
    expect(isOpen(page)).toBe(false);
  });
});

describe('AccountHeader, its picture', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['ada', 'A'],
    ['Augusta Ada King', 'AA'],
    ['élan vital', 'ÉV'],
    ['𝒜da 🗼', '𝒜🗼'],
    ['灯台 守', '灯守'],
  ])('shows the initials of %s where there is no picture', async (fullName, initials) => {
    const { page } = await open({ fullName });
    const avatar = page.root.querySelector('.avatar');
    expect(avatar?.textContent).toBe(initials);
    expect(avatar?.getAttribute('aria-hidden')).toBe('true');
  });

  it('shows the picture as decoration', async () => {
    const picture = 'data:image/png;base64,AAAA';
    const { page } = await open({ picture });
    const image = page.root.querySelector('img');
    expect(image?.getAttribute('src')).toBe(picture);
    expect(image?.getAttribute('alt')).toBe('');
  });

  it('writes a hostile name as text', async () => {
    const fullName = '<img src=x onerror=alert(1)>';
    const { page } = await open({ fullName });
    expect(page.root.querySelector('img')).toBeNull();
    expect(page.root.textContent).toContain(fullName);
  });
});

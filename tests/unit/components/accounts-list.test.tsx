import { describe, expect, it } from 'vitest';
import { AccountDetails } from '@/components/account/account-details';
import { AccountList } from '@/components/account/account-list';
import type { Account } from '@/utils/account/account';
import { ADA } from '../support/fake-background';
import { Page } from '../support/page';

const GRACE: Account = { ...ADA, sub: '2', username: 'grace', fullName: 'Grace Hopper' };
const EVE: Account = { ...ADA, sub: '3', username: 'eve', fullName: 'Eve', session: 'ended' };

interface Situation {
  accounts?: readonly Account[];
  inUse?: Account | undefined;
  isWaiting?: boolean;
}

async function open(situation: Situation = {}) {
  const done: string[] = [];
  const tell = (what: string) => (account: Account) => done.push(`${what} ${account.username}`);
  const view = (changed: Situation) => {
    const all = { accounts: [ADA, GRACE, EVE], inUse: ADA, isWaiting: false, ...changed };
    return (
      <AccountList
        accounts={all.accounts}
        inUse={all.inUse}
        isWaiting={all.isWaiting}
        state={undefined}
        onAdd={() => done.push('add')}
        onUse={tell('use')}
        onSignInAgain={tell('sign in again')}
        onSignOut={tell('sign out')}
      />
    );
  };
  const page = await Page.open(view(situation));
  return { page, done, show: (next: Situation) => page.show(view(next)) };
}

/** The row of an account, as a group of its own. */
function rowOf(page: Page, account: Account): HTMLElement {
  const rows = page.all('group').filter((group) => group.matches('li *'));
  const row = rows.find(({ textContent }) => textContent?.includes(`@${account.username}`));
  if (!row) throw new Error(`no row of ${account.username}`);
  return row;
}

function buttonIn(row: HTMLElement, name: string): HTMLElement | undefined {
  return [...row.querySelectorAll('button')].find(({ textContent }) => textContent === name);
}

function controlsOf(page: Page, account: Account): (string | null)[] {
  return [...rowOf(page, account).querySelectorAll('button')].map((each) => each.textContent);
}

describe('AccountList', () => {
  it('offers for each what can be done with it', async () => {
    const { page } = await open();
    expect(controlsOf(page, ADA)).toEqual(['Sign out']);
    expect(rowOf(page, ADA).textContent).toContain('In use');
    expect(controlsOf(page, GRACE)).toEqual(['Use', 'Sign out']);
    expect(controlsOf(page, EVE)).toEqual(['Sign in again', 'Sign out']);
    expect(page.root.textContent?.match(/In use/g)).toHaveLength(1);
  });

  it('names each group by its account', async () => {
    const { page } = await open();
    const id = rowOf(page, GRACE).getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(id)?.textContent).toContain('Grace Hopper @grace');
  });

  it('does it with the account that it stands beside', async () => {
    const { page, done } = await open();
    buttonIn(rowOf(page, GRACE), 'Use')?.click();
    buttonIn(rowOf(page, EVE), 'Sign in again')?.click();
    buttonIn(rowOf(page, GRACE), 'Sign out')?.click();
    await page.press('Add account');
    expect(done).toEqual(['use grace', 'sign in again eve', 'sign out grace', 'add']);
  });

  it('adds nobody while nobody is in use: that is a plain sign-in', async () => {
    const { page } = await open({ inUse: undefined });
    expect(page.all('button', 'Add account')).toEqual([]);
  });

  it('offers no sign-in to the one in use whose session has ended: that stands above', async () => {
    const { page } = await open({ inUse: EVE });
    expect(controlsOf(page, EVE)).toEqual(['Sign out']);
    expect(page.root.textContent).not.toContain('In use');
  });

  it('lets somebody else in while the session of the one in use has ended', async () => {
    const { page } = await open({ inUse: EVE });
    expect(page.all('button', 'Add account')).toHaveLength(1);
  });

  it('starts no second sign-in, but switches and signs out', async () => {
    const { page } = await open({ isWaiting: true });
    const disabled = page.all('button').filter((button) => button.hasAttribute('disabled'));
    expect(disabled.map(({ textContent }) => textContent)).toEqual([
      'Sign in again',
      'Add account',
    ]);
  });

  it('keeps the focus in the row that has been taken into use, on nothing that acts', async () => {
    const { page, show } = await open();
    buttonIn(rowOf(page, GRACE), 'Use')?.focus();
    await show({ inUse: GRACE });
    expect(document.activeElement).toBe(rowOf(page, GRACE));
  });

  it('keeps the focus in the list when a row goes, on nothing that acts', async () => {
    const { page, show } = await open();
    buttonIn(rowOf(page, GRACE), 'Sign out')?.focus();
    await show({ accounts: [ADA, EVE] });
    expect(document.activeElement).toBe(page.root.querySelector('.accounts'));
  });
});

describe('AccountDetails', () => {
  const details = async (change: Partial<Account>) => {
    const page = await Page.open(<AccountDetails account={{ ...ADA, ...change }} />);
    return page.root.textContent ?? '';
  };
  const engines = { sub: '8', name: 'Engines', username: 'engines' };

  it('says nothing of what is not known', async () => {
    const text = await details({});
    expect(text).toContain('Ada Lovelace @ada');
    expect(text).not.toMatch(/PRO|Organizations|payment|example/);
  });

  it('says the address, and whether a payment method is set up', async () => {
    expect(await details({ email: 'ada@example.org' })).toContain('ada@example.org');
    expect(await details({ canPay: true })).toContain('A payment method is set up.');
    expect(await details({ canPay: false })).toContain('No payment method is set up.');
  });

  it('says the organizations, with the roles that are known', async () => {
    const looms = { sub: '9', name: 'Looms', username: 'looms' };
    const organizations = [{ ...engines, role: 'write' }, looms];
    expect(await details({ organizations })).toContain('Organizations: Engines (may write), Looms');
  });

  it('calls a role that it does not know by its name', async () => {
    const organizations = [{ ...engines, role: 'steward' }];
    expect(await details({ organizations })).toContain('Engines (steward)');
  });
});

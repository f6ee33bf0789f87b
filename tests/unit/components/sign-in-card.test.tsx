import { describe, expect, it } from 'vitest';
import { SignInCard } from '@/components/account/sign-in-card';
import { signInChoices } from '@/components/account/sign-in-choices';
import type { Account } from '@/utils/account/account';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import type { CompanionError } from '@/utils/errors/companion-error';
import { ADA } from '../support/fake-background';
import { Page } from '../support/page';

const SIGN_IN = 'Sign in with Hugging Face';
const CODE = 'Sign in with a code';
const CHECK = 'Check the OAuth app';
const GRACE: Account = { ...ADA, sub: '2', username: 'grace', fullName: 'Grace Hopper' };
const WAITING: SignInProgress = { status: 'in-progress', startedAt: 1 };

interface Situation {
  progress?: SignInProgress;
  accounts?: readonly Account[];
  hasWindow?: boolean;
  billingOrganization?: string;
  lead?: string;
}

async function openCard(situation: Situation = {}) {
  const done: string[] = [];
  const card = ({
    progress,
    accounts = [],
    hasWindow = true,
    billingOrganization,
    lead,
  }: Situation) => (
    <SignInCard
      billingOrganization={billingOrganization}
      progress={progress}
      choices={signInChoices(
        accounts,
        accounts.find(({ session }) => session === 'ended'),
      )}
      hasWindow={hasWindow}
      onSignIn={() => done.push('sign-in')}
      onCancel={() => done.push('cancel')}
      onSwitch={({ username }) => done.push(`go on as ${username}`)}
      {...(lead ? { lead } : {})}
    />
  );
  const page = await Page.open(card(situation));
  return { page, done, show: (next: Situation) => page.show(card(next)) };
}

function failed(error: CompanionError): Situation {
  return { progress: { status: 'failed', error } };
}

describe('SignInCard', () => {
  it('is one button, and says what it may do and who is not behind it', async () => {
    const { page, done } = await openCard();
    expect(page.names('button')).toEqual([SIGN_IN]);
    await page.press(SIGN_IN);
    expect(done).toEqual(['sign-in']);
    expect(page.root.textContent).toContain('You pay, from your account.');
    expect(page.root.textContent).toContain('Not affiliated with Hugging Face.');
  });

  it('leads to where the OAuth app is set: only the sign-in window says what is wrong with it', async () => {
    const { page } = await openCard();
    expect(page.names('link')).toEqual([CHECK]);
    expect(page.get('link', CHECK).getAttribute('href')).toBe('/options.html#application');
  });

  it('names the organization that pays', async () => {
    const { page } = await openCard({ billingOrganization: 'engines' });
    expect(page.root.textContent).toContain('engines pays.');
    expect(page.root.textContent).not.toContain('You pay');
  });

  it('says first what goes on afterwards', async () => {
    const { page } = await openCard({ lead: 'This goes on with the same text.' });
    expect(page.root.textContent?.startsWith('This goes on with the same text.')).toBe(true);
  });
});

describe('SignInCard, waiting', () => {
  it('says so and can be cancelled', async () => {
    const { page, done } = await openCard({ progress: WAITING });
    expect(page.get('button', SIGN_IN).hasAttribute('disabled')).toBe(true);
    expect(page.get('status').textContent).toContain('Waiting for the sign-in window…');
    expect(page.root.textContent).not.toContain('You pay, from your account.');
    await page.press('Cancel');
    expect(done).toEqual(['cancel']);
  });

  it('has the place where it will say so from the start, or nobody would hear it', async () => {
    const { page, show } = await openCard();
    const status = page.get('status');
    expect(status.textContent).toBe('');
    await show({ progress: WAITING });
    expect(page.get('status')).toBe(status);
  });

  it('gives the focus to Cancel and back, as the one or the other can be pressed', async () => {
    const { page, show } = await openCard();
    page.get('button', SIGN_IN).focus();
    await show({ progress: WAITING });
    expect(document.activeElement).toBe(page.get('button', 'Cancel'));
    await show({});
    expect(document.activeElement).toBe(page.get('button', SIGN_IN));
  });

  it('takes no focus from elsewhere', async () => {
    const { page, show } = await openCard();
    const outside = document.body.appendChild(document.createElement('button'));
    outside.focus();
    await show({ progress: WAITING });
    expect(page.all('button', 'Cancel')).toHaveLength(1);
    expect(document.activeElement).toBe(outside);
  });
});

describe('SignInCard, after a sign-in that failed', () => {
  it('alerts to it in red, and can be tried again', async () => {
    const { page, done } = await openCard(failed({ kind: 'offline' }));
    expect(page.get('alert').textContent).toContain('You seem to be offline');
    expect(page.get('alert').className).toContain('notice-error');
    await page.press(SIGN_IN);
    expect(done).toEqual(['sign-in']);
  });

  it.each([
    ['sign-in-cancelled', 'The sign-in window was closed'],
    ['sign-in-denied', 'You declined access'],
  ] as const)('tells of %s calmly: it was the person who decided', async (kind, words) => {
    const { page } = await openCard(failed({ kind }));
    expect(page.get('alert').textContent).toContain(words);
    expect(page.get('alert').className).not.toContain('notice-error');
  });

  it('offers a code once where that helps, and not where it does not', async () => {
    const { page, show } = await openCard(failed({ kind: 'sign-in-page-failed' }));
    expect(page.names('link')).toEqual([CODE, CHECK]);
    expect(page.get('link', CODE).getAttribute('href')).toBe('/options.html#code');
    expect(page.get('link', CODE).getAttribute('target')).toBe('_blank');
    await show(failed({ kind: 'sign-in-interrupted' }));
    expect(page.names('link')).toEqual([CHECK]);
  });

  it('offers a code after a window that was closed, which may have been over an error in it', async () => {
    const { page } = await openCard(failed({ kind: 'sign-in-cancelled' }));
    expect(page.get('alert').textContent).toContain('If the window showed an error');
    expect(page.names('link')).toEqual([CODE, CHECK]);
  });

  it.each([true, false])(
    'has the way to the OAuth app once, beside what the server answered (window: %s)',
    async (hasWindow) => {
      const { page } = await openCard({
        ...failed({ kind: 'sign-in-failed', code: 'invalid_client' }),
        hasWindow,
      });
      expect(page.get('link', CHECK).closest('[role=alert]')).toBe(page.get('alert'));
      expect(page.get('link', CHECK).getAttribute('href')).toBe('/options.html#application');
    },
  );
});

describe('SignInCard in a browser without sign-in windows', () => {
  it('has a code for its main button, and no other', async () => {
    const { page } = await openCard({ hasWindow: false });
    expect(page.all('button')).toEqual([]);
    expect(page.get('link', CODE).className).toContain('button-primary');
    expect(page.get('link', CODE).getAttribute('href')).toBe('/options.html#code');
  });

  it('does not offer it twice after a failure', async () => {
    const { page } = await openCard({
      ...failed({ kind: 'sign-in-unavailable' }),
      hasWindow: false,
    });
    expect(page.get('alert').textContent).toContain('cannot open a sign-in window');
    expect(page.names('link')).toEqual([CODE, CHECK]);
  });
});

describe('SignInCard, with accounts on the list', () => {
  it('names the account that has to sign in again', async () => {
    const { page, done } = await openCard({ accounts: [{ ...ADA, session: 'ended' }] });
    await page.press('Sign in again as Ada Lovelace');
    expect(done).toEqual(['sign-in']);
    expect(page.all('group')).toEqual([]);
  });

  it('goes on as one that needs no sign-in, by one press', async () => {
    const { page, done } = await openCard({ accounts: [{ ...ADA, session: 'ended' }, GRACE] });
    const group = page.get('group', 'Or go on as');
    expect(group.querySelectorAll('button')).toHaveLength(1);
    await page.press('GHGrace Hopper @grace');
    expect(done).toEqual(['go on as grace']);
  });
});

import { describe, expect, it } from 'vitest';
import { SignInState } from '@/components/account/sign-in-state';
import type { SignInProgress } from '@/utils/account/sign-in-progress';
import type { CompanionError } from '@/utils/errors/companion-error';
import { Page } from '../support/page';

const WAITING: SignInProgress = { status: 'in-progress', startedAt: 1 };

async function open(progress?: SignInProgress) {
  const view = (next: SignInProgress | undefined) => (
    <SignInState progress={next} onCancel={() => undefined} />
  );
  const page = await Page.open(view(progress));
  return { page, show: (next: SignInProgress) => page.show(view(next)) };
}

describe('SignInState', () => {
  it('has the place where it will say that it waits from the start, or nobody would hear it', async () => {
    const { page, show } = await open();
    const status = page.get('status');
    expect(status.textContent).toBe('');
    await show(WAITING);
    expect(page.get('status')).toBe(status);
    expect(status.textContent).toContain('Waiting for the sign-in window…');
  });

  it('says what Cancel would cancel to whom the focus has been given', async () => {
    const { page } = await open(WAITING);
    const id = page.get('button', 'Cancel').getAttribute('aria-describedby');
    expect(page.get('status').id).toBe(id);
    expect(id).not.toBe('');
  });

  it.each([
    ['sign-in-denied', 'You declined', 'You can ask again whenever you like.'],
    ['sign-in-cancelled', 'The sign-in window was closed', 'You can try again whenever you like.'],
  ] as const)(
    'says of %s that nothing has changed, and asks for nothing',
    async (kind, title, words) => {
      const { page } = await open({ status: 'failed', error: { kind } });
      const said = `${title}Nothing has changed. ${words}`;
      expect(page.get('alert').textContent).toBe(`${said}Dismiss`);
      expect(page.all('link')).toEqual([]);
    },
  );

  it.each<CompanionError>([
    { kind: 'sign-in-cancelled' },
    { kind: 'sign-in-denied' },
    { kind: 'account-in-use', username: 'ada' },
    { kind: 'other-account', username: 'grace' },
    { kind: 'scope-not-granted', scope: 'email' },
  ])('tells calmly of $kind, which somebody chose', async (error) => {
    const { page } = await open({ status: 'failed', error });
    expect(page.get('alert').className).not.toContain('notice-error');
  });

  it('alerts to anything else in red', async () => {
    const { page } = await open({ status: 'failed', error: { kind: 'offline' } });
    expect(page.get('alert').className).toContain('notice-error');
  });
});

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceSignIn } from '@/components/account/device-sign-in';
import { codeGroups } from '@/utils/format/code-groups';
import { formatTimeOfDay } from '@/utils/format/times';
import type { DeviceSignInState } from '@/utils/state/device-sign-in-model';
import { Page } from '../support/page';

const NOW = 1_800_000_000_000;
const CODE: DeviceSignInState = {
  kind: 'code',
  userCode: 'WDJB-MJHT',
  verificationUri: 'https://hf.co/oauth/device',
  expiresAt: NOW + 300_000,
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(initial: DeviceSignInState) {
  const state = signal(initial);
  const calls: string[] = [];
  const model = {
    state,
    start: () => void calls.push('start'),
    cancel: () => void calls.push('cancel'),
  };
  const page = await Page.open(<DeviceSignIn model={model} billingOrganization={undefined} />);
  const become = (next: DeviceSignInState) =>
    act(() => {
      state.value = next;
    });
  /** What a screen reader has been told politely, by the place that is there from the start. */
  const status = () => page.root.querySelector('.device > [role=status]')?.textContent;
  return { page, calls, become, status };
}

function pass(ms: number): Promise<void> {
  return act(() => void vi.advanceTimersByTime(ms));
}

describe('DeviceSignIn', () => {
  it('says what it is and what it may do before it asks for anything', async () => {
    const { page, calls, status } = await open({ kind: 'idle' });
    expect(page.names('heading')).toEqual(['Sign in with a code']);
    expect(page.root.textContent).toContain('without a sign-in window');
    expect(page.root.textContent).toContain('You pay, from your account.');
    expect(status()).toBe('');
    expect(calls).toEqual([]);
    await page.press('Get a code');
    expect(calls).toEqual(['start']);
  });

  it('can be cancelled while it asks', async () => {
    const { page, calls, status } = await open({ kind: 'asking' });
    expect(status()).toBe('Asking for a code…');
    expect(page.names('button')).toEqual(['Cancel']);
    await page.press('Cancel');
    expect(calls).toEqual(['cancel']);
  });

  it('shows the code in groups, whole when read as text', async () => {
    const { page } = await open(CODE);
    const code = page.root.querySelector('code');
    expect(code?.textContent).toBe('WDJB-MJHT');
    expect([...(code?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      'WDJB-',
      'MJHT',
    ]);
  });

  it('links to the page with its host written out, in a tab that learns nothing of this one', async () => {
    const { page } = await open(CODE);
    const link = page.get('link', 'hf.co/oauth/device');
    expect(link.getAttribute('href')).toBe('https://hf.co/oauth/device');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('rel')).toBe('noreferrer');
  });

  it('copies the code as the server spells it', async () => {
    const copied: string[] = [];
    const clipboard = { writeText: (text: string) => Promise.resolve(void copied.push(text)) };
    vi.stubGlobal('navigator', { clipboard });
    const { page } = await open(CODE);
    await page.press('Copy the code');
    expect(copied).toEqual(['WDJB-MJHT']);
  });

  it('counts down each second for the eye, and tells a screen reader once', async () => {
    const { page, status } = await open(CODE);
    const timer = page.root.querySelector('[aria-hidden=true]');
    const said = status();
    expect(page.root.querySelector('[role=status] .unseen')?.textContent).toContain(
      `good until ${formatTimeOfDay(CODE.expiresAt)}`,
    );
    expect(timer?.textContent).toBe('expires in 5:00');
    await pass(28_000);
    expect(timer?.textContent).toBe('expires in 4:32');
    await pass(267_000);
    expect(timer?.textContent).toBe('expires in 0:05');
    await pass(60_000);
    expect(timer?.textContent).toBe('expires in 0:00');
    expect(timer?.closest('[role]')).toBeNull();
    expect(status()).toBe(said);
  });

  it('stops counting when the code is gone', async () => {
    const { become } = await open(CODE);
    expect(vi.getTimerCount()).toBe(1);
    await become({ kind: 'signed-in' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says when it is done, and offers nothing more', async () => {
    const { page, become, status } = await open(CODE);
    await become({ kind: 'signed-in' });
    expect(status()).toBe('You are signed in.');
    expect(page.names('button')).toEqual([]);
    expect(page.root.querySelector('code')).toBeNull();
  });

  it.each([
    ['device-code-expired', 'The code has expired'],
    ['sign-in-denied', 'You declined access'],
    ['offline', 'You seem to be offline'],
    ['sign-in-interrupted', 'The browser stopped the extension, and the code went with it.'],
  ] as const)('alerts to %s, and a new code is one click away', async (kind, words) => {
    const { page, become, calls, status } = await open(CODE);
    await become({ kind: 'failed', error: { kind } });
    expect(page.get('alert').textContent).toContain(words);
    expect(status()).toBe('');
    expect(page.root.querySelector('code')).toBeNull();
    await page.press('Get a new code');
    expect(calls).toEqual(['start']);
  });

  it('does not speak of a window that nobody has opened', async () => {
    const { page } = await open({ kind: 'failed', error: { kind: 'sign-in-interrupted' } });
    expect(page.get('alert').textContent).not.toContain('window');
  });

  it.each([
    ['Get a code', { kind: 'idle' }, { kind: 'asking' }],
    ['Cancel', CODE, { kind: 'idle' }],
    [
      'Get a new code',
      { kind: 'failed', error: { kind: 'device-code-expired' } },
      { kind: 'asking' },
    ],
  ] as const)('keeps the focus when %s goes away', async (name, before, after) => {
    const { page, become } = await open(before);
    page.get('button', name).focus();
    await page.press(name);
    await become(after);
    expect(document.activeElement).toBe(page.root.querySelector('.device'));
  });

  it('does not turn the button into Cancel under a finger that presses twice', async () => {
    const { page, become } = await open({ kind: 'idle' });
    const button = page.get('button', 'Get a code');
    await become({ kind: 'asking' });
    expect(button.isConnected).toBe(false);
    expect(page.names('button')).toEqual(['Cancel']);
  });

  it('gives the sign-in up when it goes away', async () => {
    const { page, calls } = await open(CODE);
    await act(() => render(null, page.root));
    expect(calls).toEqual(['cancel']);
  });
});

describe('codeGroups', () => {
  it.each([
    ['WDJB-MJHT', ['WDJB-', 'MJHT']],
    ['123 456 789', ['123 ', '456 ', '789']],
    ['WDJBMJHT', ['WDJB', 'MJHT']],
    ['ABCDEF', ['ABC', 'DEF']],
    ['ABCDEFGHI', ['ABC', 'DEF', 'GHI']],
    ['ABCDEFG', ['ABCD', 'EFG']],
    ['ABCDEFGHIJKL', ['ABCD', 'EFGH', 'IJKL']],
    ['A', ['A']],
  ])('cuts %s into %o', (code, groups) => {
    expect(codeGroups(code)).toEqual(groups);
    expect(groups.join('')).toBe(code);
  });
});

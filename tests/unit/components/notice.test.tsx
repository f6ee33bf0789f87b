import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorNotice } from '@/components/ui/notice';
import { PageActions } from '@/components/ui/page-actions';
import { useIsDue } from '@/components/ui/use-is-due';
import type { CompanionError } from '@/utils/errors/companion-error';
import { describeError } from '@/utils/errors/describe-error';
import type { RunOverride } from '@/utils/runs/run';
import { Page } from '../support/page';

const NOW = new Date(2026, 0, 1, 12, 0, 0).getTime();

type Actions = Parameters<typeof PageActions.Provider>[0]['value'];

/** A notice as views show it: the words are made anew when the moment has come. */
function Notice({ error }: { error: CompanionError }) {
  const isDue = useIsDue('retryAt' in error ? error.retryAt : undefined);
  return (
    <>
      <ErrorNotice description={describeError(error)} />
      <button type="button" disabled={!isDue}>
        Try again
      </button>
    </>
  );
}

async function open(error: CompanionError, actions: Partial<Actions> = {}) {
  return await Page.open(
    <PageActions.Provider value={{ allowHosts: () => undefined, ...actions }}>
      <Notice error={error} />
    </PageActions.Provider>,
  );
}

async function pass(ms: number): Promise<void> {
  await act(() => void vi.advanceTimersByTime(ms));
}

function isOff(page: Page): boolean {
  return page.get('button', 'Try again').hasAttribute('disabled');
}

const LIMITED: CompanionError = { kind: 'rate-limited', retryAt: NOW + 90_000 };

describe('ErrorNotice, until a moment', () => {
  beforeEach(() => {
    vi.useFakeTimers({
      now: NOW,
      toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[R26] names the moment once and counts down in silence', async () => {
    const page = await open(LIMITED);
    const countdown = page.root.querySelector('[aria-hidden=true]');
    expect(page.get('alert').textContent).toMatch(/Try again from 12:01:30\sPM on/);
    expect(countdown?.textContent).toBe('1:30 left');
    await pass(30_000);
    expect(page.root.querySelector('[aria-hidden=true]')).toBe(countdown);
    expect(countdown?.textContent).toBe('1:00 left');
    expect(page.get('alert').textContent).toMatch(/Try again from 12:01:30\sPM on/);
  });

  it('[R26] turns the button on by itself when the moment has come, and says so', async () => {
    const page = await open(LIMITED);
    expect(isOff(page)).toBe(true);
    await pass(89_999);
    expect(isOff(page)).toBe(true);
    await pass(1);
    expect(isOff(page)).toBe(false);
    expect(page.get('alert').textContent).toContain('You can try again now.');
    expect(page.root.querySelector('[aria-hidden=true]')).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, CompanionError]>([
    ['that the server did not name', { kind: 'rate-limited', retryAt: undefined }],
    ['that has passed', { kind: 'service-busy', status: 503, retryAt: NOW - 1 }],
  ])('waits for no moment %s', async (_title, error) => {
    const page = await open(error);
    expect(isOff(page)).toBe(false);
    expect(page.root.querySelector('[aria-hidden=true]')).toBeNull();
  });

  it('takes another moment, and leaves no timer behind', async () => {
    const page = await open(LIMITED);
    await page.show(<Notice error={{ kind: 'rate-limited', retryAt: NOW + 10_000 }} />);
    await pass(10_000);
    expect(isOff(page)).toBe(false);
    await page.show(<Notice error={LIMITED} />);
    expect(isOff(page)).toBe(true);
    await page.show(null);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('ErrorNotice, its controls', () => {
  it('uses another model in one click', async () => {
    const used: string[] = [];
    const retryWith = (override: RunOverride) => used.push(override.choice?.model ?? '');
    const gone: CompanionError = { kind: 'model-gone', model: 'org/a', nearest: 'org/b' };
    const page = await open(gone, { retryWith });
    await page.press('Use org/b');
    expect(used).toEqual(['org/b']);
  });

  it.each([
    ['available', "Use the browser's built-in model (free)"],
    ['downloadable', "Download and use the browser's built-in model (free)"],
  ] as const)(
    '[R22] uses the browser’s own model in one click where it is %s',
    async (state, label) => {
      const used: (RunOverride | undefined)[] = [];
      const page = await open(
        { kind: 'credits-used-up', free: [], builtIn: true },
        {
          retryWith: (override) => used.push(override),
          readBuiltInState: () => Promise.resolve(state),
        },
      );
      await vi.waitFor(() => page.get('button', label));
      await page.press(label);
      expect(used).toEqual([{ choice: { model: 'built-in', endpoint: 'built-in' } }]);
    },
  );

  it('[R22] offers no model of a browser that has none, or that policy leaves out, and does not ask for the latter', async () => {
    const readBuiltInState = vi.fn(() => Promise.resolve(undefined));
    const retryWith = () => undefined;
    const page = await open(
      { kind: 'credits-used-up', free: [], builtIn: true },
      { retryWith, readBuiltInState },
    );
    await vi.waitFor(() => expect(readBuiltInState).toHaveBeenCalledOnce());
    expect(page.get('alert').querySelectorAll('button')).toHaveLength(0);
    await open({ kind: 'credits-used-up', free: [] }, { retryWith, readBuiltInState });
    expect(readBuiltInState).toHaveBeenCalledOnce();
  });

  it('[R22] leads to each free model first, then to the billing page', async () => {
    const used: string[] = [];
    const page = await open(
      { kind: 'credits-used-up', free: ['org/a', 'org/b'] },
      { retryWith: ({ choice }) => used.push(choice?.model ?? '') },
    );
    const controls = [...page.get('alert').querySelectorAll('a, button')];
    expect(controls.map((control) => control.textContent)).toEqual([
      'Use org/a (free)',
      'Use org/b (free)',
      'Open billing',
    ]);
    await page.press('Use org/b (free)');
    expect(used).toEqual(['org/b']);
  });

  it('[R23] asks for the missing permission in place', async () => {
    const asked: string[] = [];
    const page = await open(
      { kind: 'scope-missing' },
      { grantScope: (scope) => asked.push(scope) },
    );
    await page.press('Allow');
    expect(asked).toEqual(['inference-api']);
    expect(page.names('link')).toEqual(['Open permissions']);
  });

  it.each<CompanionError>([
    { kind: 'scope-missing' },
    { kind: 'model-gone', model: 'org/a', nearest: 'org/b' },
  ])('shows no button for what the page cannot do ($kind)', async (error) => {
    const page = await open(error);
    expect(page.names('button')).toEqual(['Try again']);
  });

  it('gives hosts back', async () => {
    const allowHosts = vi.fn<() => void>();
    const page = await open(
      { kind: 'host-access-missing', host: 'huggingface.co' },
      { allowHosts },
    );
    await page.press('Allow');
    expect(allowHosts).toHaveBeenCalledTimes(1);
  });
});

import { act } from 'preact/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionsApp } from '@/entrypoints/options/options-app';
import { loadAddressedPlace } from '@/entrypoints/options/place-views';
import { loadFirstView, PopupApp } from '@/entrypoints/popup/popup-app';
import { loadFirstView as loadPanelView, PanelApp } from '@/entrypoints/sidepanel/panel-app';
import type { RunSnapshot } from '@/utils/runs/run';
import { chatModel } from '../support/chat-models';
import { ADA, fakeAppModel, FakeBackground, fakeRunModel } from '../support/fake-background';
import { Page } from '../support/page';
import { snapshot } from '../support/runs';

const UNEXPECTED = 'Something unexpected went wrong';
const SIGN_IN = 'Sign in with Hugging Face';
const MODELS = [chatModel('a/first'), chatModel('b/second')];

let background: FakeBackground;

beforeAll(() => loadFirstView(fakeAppModel(undefined)));

beforeEach(() => {
  background = new FakeBackground();
});

function refuse(kind: string): void {
  background.answers(kind, { ok: false, error: { kind: 'unexpected' } });
}

async function openPopup(account = true, run?: RunSnapshot) {
  const app = fakeAppModel(account ? ADA : undefined, MODELS);
  const runs = fakeRunModel(run);
  const page = await Page.open(<PopupApp app={app} runs={runs} windowId={1} />);
  return { page, app, runs };
}

async function openPanel(account = true, run?: RunSnapshot) {
  const app = fakeAppModel(account ? ADA : undefined);
  const runs = fakeRunModel(run);
  await loadPanelView(app);
  const page = await Page.open(<PanelApp app={app} runs={runs} windowId={1} />);
  return { page, app, runs };
}

async function openOptions(account: boolean) {
  const app = fakeAppModel(account ? ADA : undefined);
  await loadAddressedPlace();
  return { page: await Page.open(<OptionsApp app={app} />), app };
}

async function untilAlert(page: Page, words = UNEXPECTED): Promise<void> {
  await vi.waitFor(() => expect(page.get('alert').textContent).toContain(words));
}

async function typeText(page: Page, text: string): Promise<void> {
  const box = page.get('textbox', 'Text') as HTMLTextAreaElement;
  await act(() => {
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

describe('a request that fails', () => {
  it.each([
    ['the popup', () => openPopup(false)],
    ['the panel', () => openPanel(false)],
    ['the options', () => openOptions(false)],
  ])('to sign in is told in %s, until the next try', async (_title, open) => {
    refuse('session.sign-in');
    const { page } = await open();
    await page.press(SIGN_IN);
    await untilAlert(page);
    background.answers('session.sign-in', { ok: true, value: null });
    await page.press(SIGN_IN);
    expect(page.all('alert')).toEqual([]);
  });

  it('to sign out is told in the popup', async () => {
    refuse('session.sign-out');
    const { page } = await openPopup();
    await page.openMenu('Account');
    await page.press('Sign out', 'menuitem');
    await untilAlert(page);
  });

  it('to sign out is told in the options', async () => {
    refuse('session.sign-out');
    const { page } = await openOptions(true);
    await page.press('Sign out');
    await untilAlert(page);
  });

  it('to choose a model is told in the popup', async () => {
    refuse('settings.change');
    const { page } = await openPopup();
    // Loaded when it is first drawn.
    await vi.waitFor(() => page.get('combobox', 'Model'));
    await page.type(page.field('combobox', 'Model'), 'second');
    await page.key(page.field('combobox', 'Model'), { key: 'Enter' });
    await untilAlert(page);
  });

  it.each([
    ['the popup', openPopup],
    ['the panel', openPanel],
  ])('to a control of a run is told in %s, until the next control', async (_title, open) => {
    background.answers('run.retry', { ok: false, error: { kind: 'run-gone' } });
    const { page } = await open(true, snapshot({ state: { kind: 'stopped' } }));
    // What the popup does not show at first is loaded when it is needed.
    await vi.waitFor(() => page.get('button', 'Try again'));
    await page.press('Try again');
    await untilAlert(page, 'This run is no longer in memory');
    background.answers('run.retry', { ok: true, value: 'another' });
    await page.press('Try again');
    expect(page.all('alert')).toEqual([]);
  });
});

describe('the panel', () => {
  it('forgets what went wrong with a run when it shows another', async () => {
    background.answers('run.retry', { ok: false, error: { kind: 'run-gone' } });
    const { page, runs } = await openPanel(true, snapshot({ state: { kind: 'stopped' } }));
    await page.press('Try again');
    await untilAlert(page, 'This run is no longer in memory');
    await act(() => {
      runs.run.value = snapshot({ id: 'another' });
    });
    expect(page.all('alert')).toEqual([]);
  });

  it.each<[string, RunSnapshot['state'], boolean]>([
    ['held', { kind: 'held', by: 'sign-in' }, true],
    ['failed', { kind: 'failed', error: { kind: 'session-expired' } }, false],
  ])(
    'offers a sign-in to a run that is %s, and says only what will happen',
    async (_t, state, goesOn) => {
      const { page, app } = await openPanel(false, snapshot({ state, answer: 'A' }));
      expect(page.all('button', SIGN_IN)).toHaveLength(1);
      expect(page.root.textContent?.includes('this goes on with the same text')).toBe(goesOn);
      await act(() => {
        app.signIn.value = { status: 'failed', error: { kind: 'sign-in-denied' } };
      });
      expect(page.root.textContent).toContain('You declined access');
      await act(() => {
        app.account.value = ADA;
      });
      expect(page.all('button', SIGN_IN)).toEqual([]);
    },
  );
});

describe('the popup', () => {
  it('starts nothing while a start is under way', async () => {
    let answer: (value: unknown) => void = () => undefined;
    background.answers('run.start', new Promise((resolve) => (answer = resolve)));
    const { page } = await openPopup();
    await typeText(page, 'Lamps burn oil.');
    await page.press('Summarize');
    await page.press('Summarize');
    await page.press('Explain');
    expect(background.count('run.start')).toBe(1);
    await act(async () => {
      answer({ ok: true, value: 'a run' });
      await Promise.resolve();
    });
    await vi.waitFor(async () => {
      await page.press('Explain');
      expect(background.count('run.start')).toBe(2);
    });
  });

  it('can start again after a start that failed', async () => {
    refuse('run.start');
    const { page } = await openPopup();
    await typeText(page, 'Lamps burn oil.');
    await page.press('Summarize');
    await untilAlert(page);
    await page.press('Summarize');
    expect(background.count('run.start')).toBe(2);
  });
});

import { act } from 'preact/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadFirstView, PopupApp } from '@/entrypoints/popup/popup-app';
import type { RunSnapshot } from '@/utils/runs/run';
import { fakeAppModel, FakeBackground, fakeRunModel } from '../support/fake-background';
import { Page } from '../support/page';
import { snapshot } from '../support/runs';

const GOES_ON = 'Sign in, and this goes on with the same text.';
const HELD: RunSnapshot = snapshot({ state: { kind: 'held', by: 'sign-in' } });

let background: FakeBackground;

beforeAll(() => loadFirstView(fakeAppModel(undefined)));

beforeEach(() => {
  background = new FakeBackground();
});

async function open(run?: RunSnapshot, app = fakeAppModel(undefined)) {
  const runs = fakeRunModel(run);
  const page = await Page.open(<PopupApp app={app} runs={runs} windowId={1} />);
  return { page, app, runs };
}

describe('the popup of somebody without a session, whose run waits for one', () => {
  it('says that it goes on after a sign-in, and can cancel it', async () => {
    const { page, runs } = await open(HELD);
    expect(page.root.textContent).toContain(GOES_ON);
    page.get('button', 'Cancel').focus();
    await page.press('Cancel');
    expect(background.count('run.stop')).toBe(1);
    await act(() => {
      runs.run.value = snapshot({ state: { kind: 'stopped' } });
    });
    expect(page.root.textContent).not.toContain(GOES_ON);
    expect(page.all('button', 'Cancel')).toEqual([]);
    expect(page.root.contains(document.activeElement)).toBe(true);
  });

  it('says when it could not be cancelled', async () => {
    background.answers('run.stop', { ok: false, error: { kind: 'run-gone' } });
    const { page } = await open(HELD);
    await page.press('Cancel');
    await vi.waitFor(() =>
      expect(page.get('alert').textContent).toContain('This run is no longer in memory'),
    );
  });

  it('has one Cancel while the sign-in is under way, which is for that', async () => {
    const { page, app } = await open(HELD);
    await act(() => {
      app.signIn.value = { status: 'in-progress', startedAt: 1 };
    });
    await page.press('Cancel');
    expect(background.count('session.cancel-sign-in')).toBe(1);
    expect(background.count('run.stop')).toBe(0);
  });

  it.each([
    ['there is no run', undefined],
    ['it has ended', snapshot({ state: { kind: 'stopped' } })],
  ])('says nothing of it where %s', async (_title, run) => {
    const { page } = await open(run);
    expect(page.root.textContent).not.toContain(GOES_ON);
    expect(page.all('button', 'Cancel')).toEqual([]);
  });
});

describe('the popup after the setup', () => {
  it('has the focus, which has lost its field', async () => {
    const app = fakeAppModel(undefined);
    const { clientId, ...unset } = app.configuration.value;
    app.configuration.value = { ...unset, clientId: undefined, clientIdSource: 'none' };
    const { page } = await open(undefined, app);
    await vi.waitFor(() => page.field('textbox', 'Client ID').focus());
    await act(() => {
      app.configuration.value = { ...unset, clientId, clientIdSource: 'settings' };
    });
    expect(page.all('button', 'Sign in with Hugging Face')).toHaveLength(1);
    expect(document.activeElement).toBe(page.root.querySelector('main'));
  });
});

import { act } from 'preact/test-utils';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LaterConversation } from '@/components/run/later-conversation';
import { PanelApp } from '@/entrypoints/sidepanel/panel-app';
import type { Account } from '@/utils/account/account';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { HistoryRow } from '@/utils/history/history-row';
import { settingsByAccountItem } from '@/utils/storage/items';
import { ADA, fakeAppModel, FakeBackground, fakeRunModel } from '../../support/fake-background';
import { answerWith, historyRow } from '../../support/history-rows';
import { Page } from '../../support/page';
import { snapshot } from '../../support/runs';

const GRACE: Account = { ...ADA, sub: '2', username: 'grace', fullName: 'Grace Hopper' };
const SIGN_IN_FIRST = 'Sign in to see your history.';
const SEARCH = 'Search the history';

let opened: Page;
let sent: Record<string, unknown>[];
let rows: HistoryRow[];
let now: HistoryRow[];
let show: () => unknown;

beforeAll(LaterConversation.load);
beforeEach(() => {
  // oxlint-disable-next-line no-new -- it fills in the browser's APIs
  new FakeBackground();
  rows = [historyRow('a')];
  now = [];
  show = () => null;
  sent = answerWith({
    'history.list': () => ({ rows, damaged: 0 }),
    'history.now': () => now,
    'run.show': () => show(),
  });
});
// Or it would go on listening for keys.
afterEach(async () => {
  await opened.show(null);
});

async function open(
  inUse: Account | undefined = ADA,
  shown = snapshot({ state: { kind: 'stopped' } }),
) {
  const app = fakeAppModel(inUse);
  const runs = fakeRunModel(shown);
  opened = await Page.open(<PanelApp app={app} runs={runs} windowId={7} />);
  return { page: opened, app, runs };
}

async function openHistory(page: Page): Promise<void> {
  page.get('button', 'History').focus();
  await page.press('History');
  await vi.waitFor(() => expect(page.root.querySelector('.history-open')).not.toBeNull());
}

const isOpen = (page: Page) => page.all('searchbox', SEARCH).length > 0;
const openRow = (page: Page) =>
  act(() => page.root.querySelector<HTMLElement>('.history-open')?.click());
const asked = (kind: string) => sent.filter((message) => message['kind'] === kind);

describe('the history in the panel', () => {
  it('stands in place of the conversation, with the focus on its search', async () => {
    const { page } = await open();
    expect(page.all('heading', 'Summarize with org/model')).toHaveLength(1);
    await openHistory(page);
    expect(page.names('heading')).not.toContain('Summarize with org/model');
    await vi.waitFor(() => expect(document.activeElement).toBe(page.field('searchbox', SEARCH)));
  });

  it('asks nothing before it is opened', async () => {
    await open();
    expect(sent).toEqual([]);
  });

  it('goes by Back and by Escape, with the focus on the button that brings it again', async () => {
    const { page } = await open();
    await openHistory(page);
    page.get('button', 'Back').focus();
    await page.press('Back');
    expect(isOpen(page)).toBe(false);
    expect(document.activeElement).toBe(page.get('button', 'History'));
    await openHistory(page);
    await page.key(page.field('searchbox', SEARCH), { key: 'Escape' });
    expect(isOpen(page)).toBe(false);
    expect(document.activeElement).toBe(page.get('button', 'History'));
    await page.key(page.root, { key: 'Escape' });
    expect(page.all('button', 'History')).toHaveLength(1);
  });

  it('leaves the Escape that ends a composition to the input method', async () => {
    const { page } = await open();
    await openHistory(page);
    await page.key(page.field('searchbox', SEARCH), { key: 'Escape', isComposing: true });
    expect(isOpen(page)).toBe(true);
  });

  it('has the run that is chosen shown in this window, and goes, with the focus on what is shown', async () => {
    const { page } = await open();
    await openHistory(page);
    await openRow(page);
    expect(asked('run.show')).toEqual([{ kind: 'run.show', runId: 'a', windowId: 7 }]);
    await vi.waitFor(() => expect(isOpen(page)).toBe(false));
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  it('stays, and says so, when the run is gone', async () => {
    show = () => Promise.reject({ kind: 'run-gone' });
    const { page } = await open();
    await openHistory(page);
    await openRow(page);
    await vi.waitFor(() => expect(page.all('alert')).toHaveLength(1));
    expect(isOpen(page)).toBe(true);
    await page.press('Back');
    expect(page.all('alert')).toEqual([]);
  });

  it('goes when a run starts in the window, not when one is shown that has ended', async () => {
    const { page, runs } = await open();
    await openHistory(page);
    await act(() => {
      runs.run.value = snapshot({ id: 'ended', state: { kind: 'done', finish: 'stop' } });
    });
    expect(isOpen(page)).toBe(true);
    await act(() => {
      runs.run.value = snapshot({ id: 'new', state: { kind: 'preparing' } });
    });
    expect(isOpen(page)).toBe(false);
  });

  it('is walked through by arrow keys, from the search to its rows and back', async () => {
    rows = [historyRow('a'), historyRow('b')];
    const { page } = await open();
    await openHistory(page);
    const [first, second] = page.root.querySelectorAll('.history-open');
    const press = async (key: string) => {
      await page.key(document.activeElement ?? document.body, { key });
      return document.activeElement;
    };
    expect(await press('ArrowDown')).toBe(first);
    expect(await press('ArrowDown')).toBe(second);
    expect(await press('ArrowDown')).toBe(second);
    await press('ArrowUp');
    expect(await press('ArrowUp')).toBe(page.field('searchbox', SEARCH));
  });

  it('reads again what goes on when the run of the window changes', async () => {
    const { page, runs } = await open(ADA, snapshot({ state: { kind: 'streaming' } }));
    now = [historyRow('n', { state: { kind: 'streaming' } })];
    await openHistory(page);
    await vi.waitFor(() => expect(page.names('heading')).toContain('Now'));
    now = [];
    rows = [historyRow('n'), ...rows];
    await act(() => {
      runs.run.value = snapshot({ state: { kind: 'done', finish: 'stop' } });
    });
    await vi.waitFor(() => expect(page.names('heading')).not.toContain('Now'));
    await vi.waitFor(() => expect(page.root.querySelectorAll('.history-open')).toHaveLength(2));
  });

  it('[TK-06] forgets what it shows when another account is taken into use', async () => {
    const { page, app } = await open();
    await openHistory(page);
    rows = [];
    await act(() => {
      app.account.value = GRACE;
    });
    expect(page.root.querySelector('.history-open')).toBeNull();
    expect(asked('history.list')).toHaveLength(2);
    await act(() => {
      app.account.value = undefined;
    });
    await vi.waitFor(() => expect(page.root.textContent).toContain(SIGN_IN_FIRST));
    expect(asked('history.list')).toHaveLength(2);
  });

  it.each([
    ['with a client id', undefined, 'Sign in with Hugging Face'],
    ['without one', { clientId: undefined }, 'Connect Companion to Hugging Face'],
    ['with an endpoint of their own', undefined, 'Sign in with Hugging Face'],
  ])('leads there somebody who is not signed in, %s', async (who, configuration, words) => {
    const { page, app } = await open();
    await act(() => {
      app.account.value = undefined;
      app.configuration.value = { ...app.configuration.value, ...configuration };
      if (who.includes('endpoint')) app.endpoint.value = { id: '1' } as OwnEndpoint;
    });
    await page.press('History');
    expect(page.names('heading')).toContain('History');
    await vi.waitFor(() => expect(page.root.textContent).toContain(words));
    expect(page.root.textContent).toContain(SIGN_IN_FIRST);
    expect(asked('history.list')).toEqual([]);
  });

  it.each([
    ['the policy', 'Your organization wants no texts and no answers stored'],
    ['the person', 'You have chosen to keep no history.'],
  ])('says that %s keeps none', async (who, words) => {
    rows = [];
    await settingsByAccountItem.set({
      [ADA.sub]: { retention: who === 'the person' ? 'none' : 'all' },
    });
    const { page, app } = await open();
    await act(() => {
      const isHistoryDisabled = who === 'the policy';
      app.configuration.value = { ...app.configuration.value, isHistoryDisabled };
    });
    await page.press('History');
    await vi.waitFor(() => expect(page.root.textContent).toContain(words));
  });
});

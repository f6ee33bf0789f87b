import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TellSaved } from '@/components/ui/saved-note';
import { HistorySection } from '@/entrypoints/options/history-section';
import { settingsByAccountItem } from '@/utils/storage/items';
import { ADA, fakeAppModel, FakeBackground } from '../../support/fake-background';
import { exportedRun } from '../../support/exported-run';
import { answerWith, historyRow } from '../../support/history-rows';
import { Page } from '../../support/page';

let opened: Page;
let sent: Record<string, unknown>[];
let count: number;
let older: number;
let failing: string | undefined;
/** What is kept can't be read. */
let isUnreadable: boolean;
let revoked: number;
/** Names of the files that were saved, and what is in them. */
let saved: { name: string; content: Blob }[];

beforeEach(() => {
  // oxlint-disable-next-line no-new -- it fills in the browser's APIs
  new FakeBackground();
  count = 12;
  older = 0;
  failing = undefined;
  isUnreadable = false;
  saved = [];
  const orFail = (value: unknown) =>
    failing === undefined ? value : Promise.reject({ kind: failing });
  const orUnknown = (value: unknown) =>
    isUnreadable ? Promise.reject({ kind: 'no-history' }) : value;
  sent = answerWith({
    'history.count': () => orUnknown(count),
    'history.list': () =>
      orUnknown({ rows: Array.from({ length: older }, (_v, i) => historyRow(`${i}`)) }),
    'history.export': ({ after }) =>
      orFail(after === 1 ? { runs: [], damaged: 0 } : { runs: runs(), next: 1, damaged: 0 }),
    'history.import': () => orFail({ added: 2, known: 1, unreadable: 0 }),
    'history.delete-all': () => orFail(null),
    'history.set-retention': () => orFail(null),
  });
  let last = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:file';
  });
  revoked = 0;
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {
    revoked += 1;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, content: last });
  });
});
afterEach(async () => {
  await opened.show(null);
  vi.restoreAllMocks();
});

const runs = () => [exportedRun('a')];

async function open(app = fakeAppModel(ADA)) {
  opened = await Page.open(<HistorySection app={app} />);
  return { page: opened, app };
}

const asked = (kind: string) => sent.filter((message) => message['kind'] === kind);
const says = (page: Page, words: string) =>
  vi.waitFor(() => expect(page.root.textContent).toContain(words));

function radio(page: Page, label: string): HTMLInputElement {
  const labels = [...page.root.querySelectorAll('label')];
  const input = labels
    .find(({ textContent }) => textContent?.trim() === label)
    ?.querySelector('input');
  if (!input) throw new Error(`no choice ${label}`);
  return input;
}

const choose = (page: Page, label: string) => act(() => radio(page, label).click());

async function importFile(page: Page, content: string): Promise<void> {
  const input = page.root.querySelector<HTMLInputElement>('input[type=file]');
  await act(() => {
    Object.defineProperty(input, 'files', { value: [new File([content], 'a.json')] });
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

const FILE = JSON.stringify({ format: 'companion-runs', version: 1, runs: [1, 2, 3] });

describe('the history in the options', () => {
  it('says who forbids it, and offers nothing', async () => {
    const app = fakeAppModel(ADA);
    app.configuration.value = { ...app.configuration.value, isHistoryDisabled: true };
    const { page } = await open(app);
    await says(page, 'Your organization wants no texts and no answers stored');
    expect(page.names('button')).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('waits for somebody to sign in', async () => {
    const { page } = await open(fakeAppModel(undefined));
    expect(page.root.textContent).toContain('Sign in to see your history.');
    expect(page.names('button')).toEqual([]);
  });
});

describe('how long answers are kept', () => {
  it('is shown as it is, and as it becomes', async () => {
    await settingsByAccountItem.set({
      [ADA.sub]: { retention: '30-days' },
      other: { retention: 'none' },
    });
    const { page } = await open();
    await vi.waitFor(() => expect(radio(page, 'For 30 days').checked).toBe(true));
    await act(() => settingsByAccountItem.set({ [ADA.sub]: {} }));
    await vi.waitFor(() => expect(radio(page, 'Until you delete them').checked).toBe(true));
  });

  it('is changed at once where nothing is deleted by it', async () => {
    const told = vi.fn<() => void>();
    opened = await Page.open(
      <TellSaved.Provider value={told}>
        <HistorySection app={fakeAppModel(ADA)} />
      </TellSaved.Provider>,
    );
    const page = opened;
    await choose(page, 'For 30 days');
    await vi.waitFor(() => expect(asked('history.set-retention')).toHaveLength(1));
    expect(asked('history.set-retention')[0]).toMatchObject({ retention: '30-days' });
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    expect(asked('history.list')[0]).toMatchObject({ query: '', before: expect.any(Number) });
    expect(page.all('button', 'Delete them')).toEqual([]);
  });

  it.each([
    ['For 30 days', '30-days', 'Answers older than 30 days are deleted now.'],
    ['Not at all', 'none', 'All 12 answers that are kept are deleted now.'],
  ])('asks before %s deletes something, and then does it', async (label, retention, words) => {
    older = 1;
    const { page } = await open();
    await choose(page, label);
    await says(page, words);
    expect(asked('history.set-retention')).toEqual([]);
    await page.press('Delete them');
    await vi.waitFor(() => expect(page.all('button', 'Delete them')).toEqual([]));
    expect(asked('history.set-retention')).toEqual([
      { kind: 'history.set-retention', sub: ADA.sub, retention },
    ]);
  });

  it.each([
    ['For 30 days', 'Answers older than 30 days are deleted now.'],
    ['Not at all', 'All of it is deleted now.'],
  ])('asks before %s where nobody can tell what it deletes', async (label, words) => {
    isUnreadable = true;
    const { page } = await open();
    await choose(page, label);
    await says(page, words);
    expect(asked('history.set-retention')).toEqual([]);
  });

  it('stays as it was when the person keeps the answers, with the focus there', async () => {
    const { page } = await open();
    await choose(page, 'Not at all');
    await says(page, 'All 12 answers');
    expect(radio(page, 'Not at all').checked).toBe(true);
    page.get('button', 'Keep').focus();
    await page.press('Keep');
    expect(radio(page, 'Until you delete them').checked).toBe(true);
    expect(asked('history.set-retention')).toEqual([]);
    expect(page.root.querySelector('fieldset')?.contains(document.activeElement)).toBe(true);
  });

  it('says so when it could not be changed', async () => {
    failing = 'no-history';
    count = 0;
    const { page } = await open();
    await choose(page, 'Not at all');
    await says(page, 'The history cannot be opened');
    expect(radio(page, 'Until you delete them').checked).toBe(true);
  });
});

describe('the history as a file', () => {
  it.each([
    ['Export as JSON', 'json', '"Answer a"'],
    ['Export as Markdown', 'md', 'Answer a'],
  ])('is saved by %s, named after the account', async (button, ending, content) => {
    const { page } = await open();
    await page.press(button);
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(new RegExp(`^companion-ada-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`));
    expect(await saved[0]?.content.text()).toContain(content);
    expect(page.root.textContent).toContain('1 answer saved:');
    expect(page.all('link', saved[0]?.name)).toHaveLength(1);
    expect(asked('history.export').map(({ after }) => after)).toEqual([undefined, 1]);
  });

  it('is saved again by a second press', async () => {
    const { page } = await open();
    for (const times of [1, 2]) {
      await page.press('Export as JSON');
      await vi.waitFor(() => expect(saved).toHaveLength(times));
    }
    expect(revoked).toBe(1);
  });

  it('is not saved when it could not be read whole', async () => {
    failing = 'no-history';
    const { page } = await open();
    await page.press('Export as JSON');
    await says(page, 'The history cannot be opened');
    expect(saved).toEqual([]);
    expect(page.root.textContent).not.toContain('Reading answers');
  });

  it('[TK-06] is not saved once another account is in use', async () => {
    const { page, app } = await open();
    let finish: (value: unknown) => void = () => undefined;
    answerWith({
      'history.count': () => 1,
      'history.export': () => new Promise((resolve) => (finish = resolve)),
    });
    await page.press('Export as JSON');
    await says(page, 'Reading answers: 0 of 1.');
    await act(() => {
      app.account.value = { ...ADA, sub: '2', username: 'grace' };
    });
    await act(async () => finish({ runs: runs(), damaged: 0 }));
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(saved).toEqual([]);
  });

  it('says what became of the runs of a file that is imported', async () => {
    const { page } = await open();
    await importFile(page, FILE);
    await says(page, 'Added: 2. Known already: 1. Unreadable: 0.');
  });

  it.each([
    ['a file that is none', 'no JSON', undefined, 'This is not a file of answers'],
    [
      'one that the background refuses',
      FILE,
      'import-not-readable',
      'This is not a file of answers',
    ],
  ])('refuses %s, in words', async (_title, content, error, words) => {
    failing = error;
    const { page } = await open();
    await importFile(page, content);
    await vi.waitFor(() => expect(page.get('alert').textContent).toContain(words));
    expect(page.root.textContent).not.toContain('Added:');
  });
});

describe('deleting all', () => {
  it('says how many there are before, and that they are gone after', async () => {
    const { page } = await open();
    await page.press('Delete all answers');
    await says(page, 'Delete all 12 answers that are kept for @ada?');
    expect(asked('history.delete-all')).toEqual([]);
    await page.press('Delete');
    await says(page, 'Deleted.');
    expect(asked('history.delete-all')).toHaveLength(1);
    await page.press('Delete all answers');
    expect(page.root.textContent).not.toContain('Deleted.');
  });

  it('does not say that they are gone when they are not', async () => {
    failing = 'no-history';
    const { page } = await open();
    await page.press('Delete all answers');
    await page.press('Delete');
    await says(page, 'The history cannot be opened');
    expect(page.root.textContent).not.toContain('Deleted.');
  });
});

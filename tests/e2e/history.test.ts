import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, popupClosed, showsAnswer, wordsOf, type Stage } from './stage.ts';

const SEARCH = 'Search the history';
const ROWS = { within: { role: 'region', name: 'History' } } as const;

let stage: Stage;
let panel: View;
/** The words of the first answer. */
let summary: string[];
/** What was exported, as the file had it. */
let exported = '';

beforeAll(async () => {
  stage = await openStage('history');
  await stage.signIn();
});
afterAll(() => stage.close());

/** Runs an action by the context menu, to its end. @returns the words of the answer */
async function run(selector: string, action: 'summarize' | 'rewrite'): Promise<string[]> {
  await stage.choose(stage.article, selector, action);
  panel = await stage.browser.panel();
  await panel.waitFor('button', 'Try again');
  const words = wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');
  await showsAnswer(panel, words);
  return words;
}

async function openHistory(): Promise<void> {
  await panel.click('button', 'History');
  await panel.waitFor('searchbox', SEARCH);
}

/** The rows of the list: their names begin with the action. */
async function rows(): Promise<string[]> {
  const names = await panel.names('button', ROWS);
  return names.filter((name) => /^(Summarize|Rewrite|Ask)/.test(name));
}

async function lists(...beginnings: RegExp[]): Promise<void> {
  let names: string[] = [];
  await panel.waitUntil(`the rows ${beginnings.join(', ')}`, async () => {
    names = await rows();
    const fits = beginnings.every((beginning, index) => beginning.test(names[index] ?? ''));
    if (!fits || names.length !== beginnings.length) throw new Error(names.join('; '));
    return true;
  });
}

async function openOptions(): Promise<View> {
  const { browser } = stage;
  const options = await browser.openTab(browser.extensionUrl('options.html#history'));
  await options.waitFor('button', 'Export as JSON');
  return options;
}

async function addGrace(): Promise<void> {
  const { browser, article, hub } = stage;
  hub.signInAs('grace');
  const popup = await browser.openPopup();
  await popup.click('button', 'Account');
  await popup.click('menuitem', 'Add account');
  await (await browser.signInWindow()).click('button', 'Allow');
  await popupClosed(browser, article);
  const again = await browser.openPopup();
  await again.waitUntil('Grace', async () =>
    (await again.text('banner', '')).startsWith('Grace Hopper'),
  );
  await browser.closePopup();
}

describe('the history in the panel', () => {
  it('lists what has ended, the newest first, and marks what follows up', async () => {
    summary = await run('#p1', 'summarize');
    await run('#p4', 'rewrite');
    await panel.fill('textbox', 'Follow-up question', 'Ist das schön, Herr Größe?');
    await panel.press('Enter');
    await panel.waitFor('heading', /^Ask/);
    await panel.waitFor('button', 'Try again');
    await openHistory();
    expect(await panel.focused()).toEqual({ role: 'searchbox', name: SEARCH });
    await lists(/^Ask Follow-up/, /^Rewrite/, /^Summarize/);
    expect(await panel.names('heading')).toContain('Today');
  });

  it('finds by text, question and answer, whatever the accents and the case', async () => {
    await panel.fill('searchbox', SEARCH, 'TOWER');
    await lists(/^Summarize/);
    await panel.fill('searchbox', SEARCH, 'schon grosse');
    await lists(/^Ask/);
    await panel.fill('searchbox', SEARCH, 'zeppelin');
    await panel.waitUntil('that nothing was found', async () =>
      (await panel.text('region', 'History')).includes('Nothing found for "zeppelin"'),
    );
    expect(await rows()).toEqual([]);
  });

  it('leaves the search by Escape, and then the history, with the focus on its button', async () => {
    await panel.press('Escape');
    await lists(/^Ask/, /^Rewrite/, /^Summarize/);
    await panel.press('Escape');
    await panel.waitFor('searchbox', SEARCH, { gone: true });
    expect(await panel.focused()).toEqual({ role: 'button', name: 'History' });
  });

  it('shows the run that is chosen, and asks the Hub nothing', async () => {
    const before = stage.hub.chats.length;
    await openHistory();
    await panel.click('button', /^Summarize/, ROWS);
    await panel.waitFor('searchbox', SEARCH, { gone: true });
    await showsAnswer(panel, summary);
    expect(stage.hub.chats.length).toBe(before);
  });

  it('deletes a run after a second press, also from what is found', async () => {
    await openHistory();
    await lists(/^Ask/, /^Rewrite/, /^Summarize/);
    await panel.click('button', /^Delete: Summarize/);
    await panel.click('button', 'Delete', {
      within: { role: 'group', name: 'Delete this answer?' },
    });
    await lists(/^Ask/, /^Rewrite/);
    await panel.fill('searchbox', SEARCH, 'tower');
    await panel.waitUntil('that nothing was found', async () =>
      (await panel.text('region', 'History')).includes('Nothing found'),
    );
    await panel.press('Escape');
    await lists(/^Ask/, /^Rewrite/);
  });
});

describe('the history as a file', () => {
  it('is saved whole', async () => {
    const options = await openOptions();
    await options.evaluate(`(() => {
      const create = URL.createObjectURL;
      URL.createObjectURL = (blob) => { window.saved = blob; return create(blob); };
      // The browser would save it on the disk of whoever runs this.
      document.addEventListener('click', (event) => {
        if (event.target.download) { window.savedAs = event.target.download; event.preventDefault(); }
      });
    })()`);
    await options.click('button', 'Export as JSON');
    await options.waitUntil('a file', () =>
      options.evaluate<boolean>('window.savedAs !== undefined'),
    );
    expect(await options.evaluate('window.savedAs')).toMatch(
      /^companion-ada-\d{4}-\d\d-\d\d\.json$/,
    );
    exported = await options.evaluate<string>('window.saved.text()');
    const { runs } = JSON.parse(exported) as { runs: { action: string; answer: string }[] };
    expect(runs.map(({ action }) => action)).toEqual(['rewrite', 'ask']);
    expect(runs.every(({ answer }) => answer.length > 20)).toBe(true);
    await options.close();
  });

  it('[TK-06] is empty for another account, and so are its list and its search', async () => {
    await addGrace();
    await openHistoryAnew();
    await panel.waitUntil('an empty history', async () =>
      (await panel.text('region', 'History')).includes('Nothing here yet'),
    );
    await panel.fill('searchbox', SEARCH, 'lens');
    await panel.waitUntil('that nothing was found', async () =>
      (await panel.text('region', 'History')).includes('Nothing found for "lens"'),
    );
    const options = await openOptions();
    await options.click('button', 'Export as JSON');
    await options.waitUntil('that there is nothing', async () =>
      (await options.text('main', '')).includes('There is nothing to export'),
    );
    await options.close();
  });

  it('is added to the account that imports it, once', async () => {
    const options = await openOptions();
    const choose = () =>
      options.evaluate(`(() => {
        const input = document.querySelector('input[type=file]');
        const files = new DataTransfer();
        files.items.add(new File([${JSON.stringify(exported)}], 'ada.json'));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      })()`);
    const says = (words: string) =>
      options.waitUntil(words, async () => (await options.text('main', '')).includes(words));
    await choose();
    await says('Added: 2. Known already: 0. Unreadable: 0.');
    await choose();
    await says('Added: 0. Known already: 2. Unreadable: 0.');
    await options.close();
    await openHistoryAnew();
    await lists(/^Ask Follow-up/, /^Rewrite/);
  });

  it('is offered before a sign-out that would delete it', async () => {
    const { browser } = stage;
    const options = await browser.openTab(browser.extensionUrl('options.html#account'));
    const account = { within: { role: 'group', name: /Grace Hopper/ } } as const;
    await options.click('button', 'Sign out', account);
    await options.waitUntil('the question', async () =>
      (await options.text('alert', '')).includes('Signing out deletes 2 answers'),
    );
    await options.click('button', 'Sign out and delete');
    await options.waitUntil('that Grace has gone', async () => {
      const groups = await options.names('group');
      return !groups.some((name) => name.includes('Grace Hopper'));
    });
    await options.close();
    const databases = await browser.evaluateInBackground<string[]>(
      'indexedDB.databases().then((all) => all.map(({ name }) => name))',
    );
    expect(databases.filter((name) => /run/i.test(name))).toHaveLength(1);
  });

  async function openHistoryAnew(): Promise<void> {
    panel = await stage.browser.panel();
    if (await panel.has('button', 'Back')) await panel.click('button', 'Back');
    await openHistory();
  }
});

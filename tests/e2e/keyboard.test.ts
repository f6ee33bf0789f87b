import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { keepsFocus, pressOn, tabTo, type } from './by-keyboard.ts';
import { openStage, SIGN_IN, type Stage } from './stage.ts';

/* Each page from its first to its last step without a pointer. */

const SEARCH = 'Search the history';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('keyboard', {}, { keepsFirstRun: true });
});
afterAll(() => stage.close());

const lastChat = (state: string) => async () => stage.hub.chats.at(-1)?.state === state;

describe('by keyboard alone, the first run', () => {
  let page: View;

  beforeAll(async () => {
    page = await stage.browser.tab(/\/welcome\.html$/);
    await page.bringToFront();
  });

  it('is signed in', async () => {
    const { browser } = stage;
    await pressOn(page, 'button', SIGN_IN);
    const consent = await browser.signInWindow();
    await pressOn(consent, 'button', 'Allow');
    await page.bringToFront();
    await page.waitFor('button', 'Summarize this paragraph');
    await keepsFocus(page);
  });

  it('has a step passed over and opened again', async () => {
    await pressOn(page, 'button', 'Skip');
    await page.waitFor('button', 'Do it after all');
    await keepsFocus(page);
    await pressOn(page, 'button', 'Do it after all');
    await page.waitFor('button', 'Do it after all', { gone: true });
    await keepsFocus(page);
    await pressOn(page, 'button', 'Skip');
    await page.waitFor('button', 'Do it after all');
  });

  it('is tried, and leads on', async () => {
    await pressOn(page, 'button', 'Summarize this paragraph');
    await page.waitFor('heading', 'That is all');
    await keepsFocus(page);
    await tabTo(page, 'link', 'Keyboard shortcuts');
    await page.close();
  });
});

describe('by keyboard alone, the popup', () => {
  it('runs an action on what is typed, stops it, and closes', async () => {
    const { browser, hub, article } = stage;
    await article.bringToFront();
    const popup = await browser.openPopup();
    await popup.waitUntil('the focus on the text', async () => {
      const { role, name } = await popup.focused();
      return role === 'textbox' && name === 'Text';
    });
    await type(popup, 'Lamps burn oil. Lenses bend light.');
    const release = hub.hold({ afterWords: 2 });
    await popup.press('Alt+1');
    await popup.waitFor('heading', /^Summarize/);
    await popup.waitFor('region', 'Answer');
    await pressOn(popup, 'button', 'Stop');
    await popup.waitUntil('the end of the request', lastChat('aborted'));
    release();
    await popup.waitFor('button', 'Stop', { gone: true });
    await keepsFocus(popup);
    await tabTo(popup, 'button', 'Try again');
    await browser.closePopup();
    expect(await browser.popup()).toBeUndefined();
  });
});

describe('by keyboard alone, the panel', () => {
  let panel: View;

  beforeAll(async () => {
    // The menu itself is the browser's.
    await stage.choose(stage.article, '#p1', 'summarize');
    panel = await stage.browser.panel();
    await panel.waitFor('button', 'Try again');
    // As F6 does in both browsers.
    await panel.bringToFront();
  });

  it('is asked on, and does it again', async () => {
    const { hub } = stage;
    await tabTo(panel, 'textbox', 'Follow-up question');
    await type(panel, 'Why?');
    await panel.press('Enter');
    await panel.waitFor('heading', /^Ask/);
    await panel.waitUntil('the answer', lastChat('finished'));
    await panel.waitFor('button', 'Try again');
    await keepsFocus(panel);
    const before = hub.chats.length;
    await pressOn(panel, 'button', 'Try again');
    await panel.waitUntil('another chat', async () => hub.chats.length > before);
    await keepsFocus(panel);
    await panel.waitUntil('the answer', lastChat('finished'));
    await panel.waitFor('button', 'Try again');
    await keepsFocus(panel);
  });

  it('goes on with another model, by the button of a notice that goes away', async () => {
    const { hub } = stage;
    hub.fault({
      kind: 'status',
      path: '/v1/chat/completions',
      status: 402,
      body: { error: 'You have depleted your monthly included credits.' },
    });
    await pressOn(panel, 'button', 'Try again');
    await pressOn(panel, 'button', /^Use .* \(free\)$/);
    await panel.waitFor('alert', '', { gone: true });
    await keepsFocus(panel);
    await panel.waitUntil('the answer', lastChat('finished'));
    await panel.waitFor('button', 'Try again');
    await keepsFocus(panel);
  });

  it('finds a run of the history and opens it', async () => {
    await pressOn(panel, 'button', 'History', 'Shift+Tab');
    await panel.waitUntil(
      'the focus on the search',
      async () => (await panel.focused()).name === SEARCH,
    );
    await type(panel, 'lighthouse');
    await pressOn(panel, 'button', /^Summarize/);
    await panel.waitFor('searchbox', SEARCH, { gone: true });
    await panel.waitFor('heading', /^Summarize/);
    await keepsFocus(panel);
  });

  it('goes into the history and back', async () => {
    await pressOn(panel, 'button', 'History', 'Shift+Tab');
    await panel.waitUntil(
      'the focus on the search',
      async () => (await panel.focused()).name === SEARCH,
    );
    await pressOn(panel, 'button', 'Back', 'Shift+Tab');
    await panel.waitFor('searchbox', SEARCH, { gone: true });
    await keepsFocus(panel);
    await stage.browser.closePanel();
  });
});

describe('by keyboard alone, the options', () => {
  it('give an action another model', async () => {
    const { browser } = stage;
    const options = await browser.openTab(browser.extensionUrl('options.html#models'));
    await options.waitUntil('the heading', async () => (await options.focused()).name === 'Models');
    await pressOn(options, 'button', 'Change: Rewrite');
    await options.waitUntil(
      'the focus on the search',
      async () => (await options.focused()).role === 'searchbox',
    );
    await type(options, 'gilded');
    await pressOn(options, 'button', /^demo\/gilded/);
    await options.waitFor('searchbox', 'Search models', { gone: true });
    await keepsFocus(options);
    await options.waitUntil('the choice', async () =>
      (await options.text('main', '')).includes('demo/gilded-400b'),
    );
    await options.close();
  });

  it('show one place after another, and lead back to the first run', async () => {
    const { browser } = stage;
    const options = await browser.openTab(browser.extensionUrl('options.html'));
    await pressOn(options, 'link', 'Privacy');
    await options.waitFor('heading', 'Privacy');
    await keepsFocus(options);
    await pressOn(options, 'link', 'About');
    await options.waitFor('heading', 'About');
    await keepsFocus(options);
    await pressOn(options, 'link', 'First steps');
    await (await browser.tab(/\/welcome\.html$/)).close();
    await options.close();
  });
});

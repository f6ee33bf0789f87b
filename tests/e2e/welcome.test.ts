import { afterAll, beforeAll, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { sentText } from './sent-text.ts';
import { openStage, SIGN_IN, showsAnswer, wordsOf, type Stage } from './stage.ts';

const RUN = 'Summarize this paragraph';

let stage: Stage;
let page: View;

beforeAll(async () => {
  stage = await openStage('welcome', {}, { keepsFirstRun: true });
  page = await stage.browser.tab(/\/welcome\.html$/);
});
afterAll(() => stage.close());

const stepShows = (name: string, words: string) =>
  page.waitUntil(`"${words}" in the step "${name}"`, async () =>
    (await page.text('listitem', name)).includes(words),
  );

it('opens in a tab of its own once the extension is installed, and has sent nothing', async () => {
  await page.waitFor('heading', 'Welcome to Companion');
  expect(await page.names('heading')).toEqual(
    expect.arrayContaining(['Sign in', 'Pin Companion to the toolbar', 'Try it on this paragraph']),
  );
  expect(stage.hub.chats).toEqual([]);
  expect(await page.has('button', RUN)).toBe(false);
});

it('signs in as the popup does, says when the window was closed, and goes on after it', async () => {
  const { browser } = stage;
  await page.click('button', SIGN_IN);
  await browser.signInWindow();
  await page.waitFor('button', 'Cancel');
  await browser.closeSignInWindow();
  expect(await page.text('alert', '')).toContain('The sign-in window was closed');
  await page.click('button', SIGN_IN);
  await (await browser.signInWindow()).click('button', 'Allow');
  await stepShows('Sign in', 'Ada Lovelace');
  await stepShows('Sign in', 'Done');
});

it('sees by itself that the button is in the toolbar', async () => {
  await stepShows('Pin Companion to the toolbar', 'puzzle piece');
  await stage.browser.pinToToolbar();
  await stepShows('Pin Companion to the toolbar', 'Done');
});

it('says who gets the paragraph and what it costs, sends it on the click alone, and shows answer and receipt', async () => {
  const { hub } = stage;
  await page.waitFor('button', RUN);
  const words = await page.text('listitem', 'Try it on this paragraph');
  expect(words).toContain('Hugging Face, which passes it on to');
  expect(words).toContain('demo/extractive');
  expect(words).toMatch(/Summarize costs .*\$.* At list price\./);
  expect(words).toContain('You (@ada)');
  expect(hub.chats).toHaveLength(0);
  const release = hub.hold({ afterWords: 5 });
  await page.click('button', RUN);
  await page.waitFor('button', 'Stop');
  expect(await page.has('heading', 'That is all')).toBe(false);
  release();
  await page.waitFor('heading', 'That is all');
  await page.waitFor('group', 'Receipt');
  expect(hub.chats).toHaveLength(1);
  expect(words).toContain(sentText(hub));
  await showsAnswer(page, wordsOf(hub.chats[0]?.sentText ?? ''));
});

it('is as it was after a reload', async () => {
  await page.navigate(await page.url());
  await page.waitFor('heading', 'That is all');
  await page.waitFor('region', 'Answer');
  await page.click('link', 'Options');
  await (await stage.browser.tab(/\/options\.html$/)).close();
});

it('does not open again when the browser does, even where the extension is installed anew', async () => {
  await stage.killAndReopen();
  const { browser, article } = stage;
  await (await browser.openPopup()).waitFor('button', 'Account');
  await browser.closePopup();
  await article.bringToFront();
  const open = await Promise.all((await browser.views()).map((view) => view.url()));
  expect(open.filter((url) => url.includes('welcome.html'))).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, popupClosed, showsAnswer, SIGN_IN, wordsOf, type Stage } from './stage.ts';

let stage: Stage;
let panel: View;
/** The words of each one's answer. */
const answers: Record<'ada' | 'grace', string[]> = { ada: [], grace: [] };

beforeAll(async () => {
  stage = await openStage('accounts');
  await stage.signIn();
});
afterAll(() => stage.close());

/** Summarizes a paragraph by the context menu. @returns the words that the panel then shows */
async function summarize(selector: string): Promise<string[]> {
  const { browser, hub, article } = stage;
  await stage.choose(article, selector, 'summarize');
  panel = await browser.panel();
  await panel.waitFor('button', 'Try again');
  const words = wordsOf(hub.chats.at(-1)?.sentText ?? '');
  await showsAnswer(panel, words);
  return words;
}

/** Who paid the last run: the Hub says whose token it came with. */
async function payer(): Promise<string> {
  const { origin, requests } = stage.hub;
  const chat = requests.findLast(({ path }) => path.startsWith('/v1/chat/completions'));
  const authorization = chat?.headers.authorization ?? '';
  const answer = await fetch(`${origin}/api/whoami-v2`, { headers: { authorization } });
  return ((await answer.json()) as { name: string }).name;
}

/** Clicks in the account menu of the popup. */
async function chooseInMenu(name: string | RegExp): Promise<View> {
  const popup = await stage.browser.openPopup();
  await popup.click('button', 'Account');
  await popup.click('menuitem', name);
  return popup;
}

/** Adds whom the Hub has signed in. */
async function addAccount(): Promise<void> {
  const { browser, article } = stage;
  await chooseInMenu('Add account');
  await (await browser.signInWindow()).click('button', 'Allow');
  await popupClosed(browser, article);
}

async function showsWho(popup: View, fullName: string): Promise<void> {
  await popup.waitUntil(fullName, async () =>
    (await popup.text('banner', '')).startsWith(fullName),
  );
}

async function showsModel(popup: View, model: string): Promise<void> {
  await popup.waitUntil(model, async () => (await popup.value('combobox', 'Model')) === model);
}

describe('two accounts', () => {
  it('[TK-06] the panel of the one that is added shows nothing of the other', async () => {
    answers.ada = await summarize('#p1');
    expect(await payer()).toBe('ada');
    stage.hub.signInAs('grace');
    await addAccount();
    await showsWho(await stage.browser.openPopup(), 'Grace Hopper');
    await stage.browser.closePopup();
    await panel.waitFor('heading', 'Nothing asked yet');
    expect(await panel.has('region', 'Answer')).toBe(false);
  });

  it('[TK-06] each pays with a token of its own', async () => {
    answers.grace = await summarize('#p2');
    expect(await payer()).toBe('grace');
  });

  it('[TK-06] one click switches back, and the answer of before is there again', async () => {
    const before = stage.hub.chats.length;
    await showsWho(await chooseInMenu(/Ada Lovelace/), 'Ada Lovelace');
    await stage.browser.closePopup();
    expect(answers.ada).not.toEqual(answers.grace);
    await showsAnswer(panel, answers.ada);
    expect(stage.hub.chats.length).toBe(before);
  });

  it('[TK-06] the model that one has chosen is not the choice of the other', async () => {
    const popup = await stage.browser.openPopup();
    await popup.fill('combobox', 'Model', 'two-shops');
    await popup.waitFor('option', /two-shops/);
    await popup.press('Enter');
    await showsModel(popup, 'demo/two-shops-70b');
    await chooseInMenu(/Grace Hopper/);
    await showsModel(popup, 'demo/extractive');
    await chooseInMenu(/Ada Lovelace/);
    await showsModel(popup, 'demo/two-shops-70b');
    await stage.browser.closePopup();
  });

  it('adding the one in use says so and changes nothing', async () => {
    stage.hub.signInAs('ada');
    await addAccount();
    const popup = await stage.browser.openPopup();
    expect(await popup.text('alert', '')).toContain('You are signed in here already as @ada');
    await showsWho(popup, 'Ada Lovelace');
    await popup.click('button', 'Dismiss');
    await popup.waitFor('alert', '', { gone: true });
    await stage.browser.closePopup();
  });

  it('[AU-18] after a sign-out the other one is offered, not taken', async () => {
    const { browser } = stage;
    const options = await browser.openTab(browser.extensionUrl('options.html'));
    await options.click('button', 'Sign out', { within: { role: 'group', name: /Ada Lovelace/ } });
    await options.click('button', 'Sign out and delete');
    await options.waitFor('button', SIGN_IN);
    await options.close();
    const popup = await browser.openPopup();
    const others = { within: { role: 'group', name: 'Or go on as' } } as const;
    await popup.waitFor('button', SIGN_IN);
    expect(await popup.names('button', others)).toEqual([expect.stringContaining('Grace Hopper')]);
    await panel.waitFor('button', SIGN_IN);
    expect(await panel.has('region', 'Answer')).toBe(false);
    await popup.click('button', /Grace Hopper/, others);
    await showsWho(popup, 'Grace Hopper');
    await browser.closePopup();
    await showsAnswer(panel, answers.grace);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, type Stage } from './stage.ts';

const SHOPS = 'demo/two-shops-70b';
const GILDED = 'demo/gilded-400b';

let stage: Stage;
let options: View;

beforeAll(async () => {
  stage = await openStage('models');
  await stage.signIn();
  options = await stage.browser.openTab(stage.browser.extensionUrl('options.html#models'));
});
afterAll(() => stage.close());

/** The models that are shown, without the stars. */
async function models(): Promise<string[]> {
  return (await options.names('button')).filter((name) => name.startsWith('demo/'));
}

/** Waits until exactly these are shown. */
async function shows(expected: readonly string[]): Promise<void> {
  await options.waitUntil(`the models ${expected.join(', ')}`, async () => {
    const shown = await models();
    if (shown.join() !== expected.join()) throw new Error(shown.join(', '));
    return true;
  });
}

/** What the router was asked for by an action on the article. */
async function asked(action: 'summarize' | 'rewrite'): Promise<unknown> {
  await stage.choose(stage.article, 'p', action);
  // Which makes the page beside it narrower when it opens: no click may fall into that.
  await (await stage.browser.panel()).waitFor('button', 'Try again');
  return stage.hub.chats.at(-1)?.body['model'];
}

describe('the models of the options page', () => {
  it('stand at an address of their own, each action with the default of the list', async () => {
    await options.waitFor('button', 'Change: Rewrite');
    await options.waitUntil('the heading', async () => (await options.focused()).name === 'Models');
    expect(await asked('rewrite')).toBe('demo/extractive:cheapest');
  });

  it('are found by filters and words, and keep a star', async () => {
    // Which the menu of the article has put behind.
    await options.bringToFront();
    await options.click('button', 'Change: Rewrite');
    await options.waitUntil(
      'the search',
      async () => (await options.focused()).role === 'searchbox',
    );
    const all = await models();
    await options.click('checkbox', 'uses tools');
    await shows(['demo/extractive', GILDED]);
    await options.click('button', `Favourite: ${GILDED}`);
    await shows([GILDED, 'demo/extractive']);
    await options.click('checkbox', 'uses tools');
    const others = all.filter((id) => id !== GILDED);
    await shows([GILDED, ...others]);
    await options.fill('searchbox', 'Search models', 'shops 70');
    await shows([SHOPS]);
    await options.fill('searchbox', 'Search models', '0b');
    await options.fill('combobox', 'Sort by', 'Price');
    await shows([GILDED, SHOPS]);
  });

  it('are taken for one action, with who serves it', async () => {
    await options.click('button', SHOPS);
    await options.waitFor('combobox', 'Provider: Rewrite');
    expect((await options.focused()).name).toBe('Change: Rewrite');
    await options.fill('combobox', 'Provider: Rewrite', 'Fastest provider');
    // Whoever is the fastest by then: both prices, in and out.
    await options.waitUntil('the range', async () =>
      /\$0\.60.{1,4}\$?0\.90 in, \$0\.90.{1,4}\$?1\.80 out/.test(await options.text('main', '')),
    );
    expect(await asked('rewrite')).toBe(`${SHOPS}:fastest`);
    expect(await asked('summarize')).toBe('demo/extractive:cheapest');
  });

  it('are named in the popup, favourites first', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('link', 'All models');
    expect(await popup.text('main', '')).toContain('Another model for: Rewrite');
    await popup.click('combobox', 'Model');
    await popup.waitFor('option', /^demo\/gilded-400b/);
    expect((await popup.names('option'))[0]).toMatch(/^demo\/gilded-400b/);
    await stage.browser.closePopup();
  });

  it('are served only by those that may get the text', async () => {
    await options.bringToFront();
    await options.click('checkbox', 'quill');
    await options.waitUntil('the other provider', async () =>
      (await options.text('main', '')).includes('served by abacus'),
    );
    expect(await asked('rewrite')).toBe(`${SHOPS}:abacus`);
    await options.click('button', 'Allow all providers');
    await options.click('button', 'As for all actions: Rewrite');
    await options.waitFor('combobox', 'Provider: Rewrite', { gone: true });
    expect(await asked('rewrite')).toBe('demo/extractive:cheapest');
  });
});

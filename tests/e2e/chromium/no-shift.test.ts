import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../drivers/driver.ts';
import { openStage, type Stage } from '../stage.ts';

/** Long enough for a price worth its digits. */
const LONG_TEXT = 'Lamps burn oil. Lenses bend light. '.repeat(20);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('no-shift');
  await stage.signIn();
});
afterEach(() => stage.browser.closePopup());
afterAll(() => stage.close());

/** What has moved in a view since its first paint, as Chromium counts it (Layout Instability), and by which elements. */
function shifts(view: View): Promise<string[]> {
  return view.evaluate<string[]>(`new Promise((done) => {
    const found = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        const moved = sources.map(({ node }) => node?.className || node?.textContent);
        found.push(value.toFixed(4) + ' ' + moved.join(', '));
      }
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => setTimeout(() => done(found), 300));
  })`);
}

/** Has the account in use take these models. */
async function choose(choices: Record<string, object>): Promise<void> {
  const options = await stage.browser.openTab(stage.browser.extensionUrl('options.html'));
  await options.evaluate(`(async () => {
    const { accounts } = await chrome.storage.local.get('accounts');
    const change = { choices: ${JSON.stringify(choices)} };
    const answer = await chrome.runtime.sendMessage({ kind: 'settings.change', sub: accounts.active, change });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  })()`);
  await options.close();
  await stage.article.bringToFront();
}

// Firefox does not tell what has moved.
describe('nothing moves once it is painted', () => {
  it('in the popup of somebody with runs, a selection and a month that has cost something', async () => {
    const { browser, hub, article } = stage;
    for (const action of ['Summarize', 'Explain']) {
      const popup = await browser.openPopup();
      await popup.fill('textbox', 'Text', 'Lamps burn oil. Lenses bend light.');
      await popup.click('button', action);
      await popup.waitFor('button', 'Try again');
      await browser.closePopup();
    }
    expect(hub.chats).toHaveLength(2);
    await browser.select(article, '#p1');
    const popup = await browser.openPopup();
    await popup.waitFor('list', 'Recent');
    await popup.waitUntil('the selection', async () =>
      (await popup.value('textbox', 'Text')).startsWith('A lighthouse lens'),
    );
    expect(await shifts(popup)).toEqual([]);
  });

  it('in the popup on a page without a selection, which it says', async () => {
    const { browser, article } = stage;
    await article.evaluate('document.getSelection().removeAllRanges()');
    const popup = await browser.openPopup();
    await popup.waitUntil('the note', async () =>
      (await popup.text('main', '')).includes('Nothing is selected'),
    );
    expect(await shifts(popup)).toEqual([]);
  });

  it('in the popup of somebody whose price depends on the provider, with models of their own for actions', async () => {
    const { browser, article } = stage;
    await choose({
      default: { model: 'demo/two-shops-70b', provider: 'preferred' },
      ...Object.fromEntries(
        ['explain', 'translate', 'rewrite', 'fix-grammar'].map((action) => [
          action,
          { model: 'demo/gilded-400b' },
        ]),
      ),
    });
    const untilPriced = (popup: View) =>
      popup.waitUntil('the price', async () =>
        (await popup.text('main', '')).includes('depending on the provider'),
      );
    await browser.select(article, '#p1');
    const popup = await browser.openPopup();
    await popup.waitFor('list', 'Recent');
    await untilPriced(popup);
    expect(await shifts(popup)).toEqual([]);
    await browser.closePopup();
    // The text, and with it the price, comes when all the rest stands.
    await article.evaluate('document.getSelection().removeAllRanges()');
    const empty = await browser.openPopup();
    await empty.waitFor('list', 'Recent');
    await empty.fill('textbox', 'Text', LONG_TEXT);
    await untilPriced(empty);
    expect(await shifts(empty)).toEqual([]);
  });

  it('in the panel that shows a run', async () => {
    const { browser, article } = stage;
    await stage.choose(article, '#p1', 'summarize');
    const panel = await browser.panel();
    await panel.waitFor('button', 'Try again');
    await panel.evaluate('location.reload()');
    await panel.waitFor('button', 'Copy');
    expect(await shifts(panel)).toEqual([]);
  });
});

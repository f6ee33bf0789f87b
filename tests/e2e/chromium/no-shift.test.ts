import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../drivers/driver.ts';
import { openStage, type Stage } from '../stage.ts';

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

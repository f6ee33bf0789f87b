import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentText } from '../sent-text.ts';
import { openStage, type Stage } from '../stage.ts';

/** Firefox passes no more than this many characters to a menu handler, without a word. */
const PASSED = 16_384;

/** Lines with an empty one after each, numbered so that no part of the text is equal to another. */
const LINES = Array.from({ length: 1_000 }, (_, index) => `Ship ${index} saw the light.`);
const TEXT = LINES.join('\n\n');

const PAGE = `<!doctype html><meta charset="utf-8"><body style="white-space: pre">${LINES.map(
  (line) => `<div>${line}\n\n</div>`,
).join('')}`;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('selections');
  await stage.signIn();
});
afterAll(() => stage.close());

describe('[BR-02] [R34] a selection longer than Firefox passes on', () => {
  it('is one', () => {
    expect(TEXT.length).toBeGreaterThan(PASSED);
  });

  it('arrives whole and with its lines where the page can be read', async () => {
    const { browser, article } = stage;
    await article.evaluate(`(() => {
      const paragraphs = ${JSON.stringify(LINES)}.map((line) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        return paragraph;
      });
      document.body.replaceChildren(...paragraphs);
    })()`);
    await browser.select(article, 'p:first-child', 'p:last-child');
    await stage.chooseOnSelection(article, 'p:first-child', 'summarize');
    // Not by toBe, which would print both.
    expect(sentText(stage.hub) === TEXT).toBe(true);
    const panel = await browser.panel();
    const words = await panel.text('main', '');
    expect(words).toContain(`${TEXT.length.toLocaleString('en')} characters`);
    expect(words).not.toContain('could be read');
  });

  it('is said to be cut where the page cannot be read', async () => {
    const { browser, hub } = stage;
    const html = { kind: 'raw', contentType: 'text/html', body: PAGE } as const;
    hub.fault({ ...html, path: '/paragraphs', server: 'pages', times: 4 });
    // The extension may reach 127.0.0.1, where the Hub is, so that a frame of localhost is the stranger.
    const page = new URL('/frame', hub.articleUrl);
    page.hostname = '127.0.0.1';
    const tab = await browser.openTab(page.href);
    await tab.waitUntil(
      'an action on the selection in the frame',
      async () => {
        await tab.evaluate("document.querySelector('#other').focus()");
        await browser.pressShortcut('ctrl+a');
        return await stage.chooseOnSelection(tab, '#other', 'summarize').then(
          () => true,
          () => false,
        );
      },
      45_000,
    );
    const sent = sentText(stage.hub);
    expect(sent.length).toBeGreaterThan(PASSED - 10);
    expect(sent.length).toBeLessThanOrEqual(PASSED);
    expect(TEXT.startsWith(sent)).toBe(true);
    const panel = await browser.panel();
    const total = sent.length.toLocaleString('en');
    expect(await panel.text('main', '')).toContain(
      `Only these ${total} characters of your selection could be read.`,
    );
  });
});

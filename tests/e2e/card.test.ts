import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, showsAnswer, wordsOf, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('card');
  await stage.signIn();
});
afterAll(() => stage.close());

const CARD = ['dialog', 'Explain, by the selection'] as const;
const sentWords = () => wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');
const goneFrom = (page: View) => page.waitFor(...CARD, { gone: true });

/** The panels, and the windows that stand in for it. */
async function panels(): Promise<string[]> {
  const urls = (await stage.browser.views()).map((view) => view.url().catch(() => ''));
  return (await Promise.all(urls)).filter((url) => url.includes('/sidepanel.html'));
}

const openPage = (path: string) => stage.browser.openTab(new URL(path, stage.hub.articleUrl).href);

/** What the page has of a card: no more than an element without anything in it. */
const hostOf = (page: View) =>
  page.evaluate<string>("document.querySelector('html > [popover]')?.outerHTML ?? ''");

const PAGES = [
  ['an ordinary page', '/article', '#p1'],
  ['a page that styles whatever comes', '/kinds/hostile-css', '#p1'],
  ['a page that lets nothing load and no string be markup', '/kinds/strictest', '#code'],
] as const;

describe.each(PAGES)('an action that answers by the selection, on %s', (_what, path, selector) => {
  let page: View;
  let before: string;

  beforeAll(async () => {
    page = await openPage(path);
    before = await page.evaluate('document.documentElement.outerHTML');
    await stage.choose(page, selector, 'explain');
    await page.waitFor(...CARD);
    await page.waitFor('button', 'Copy');
  });
  afterAll(() => page.close());

  it('shows its answer there, and opens no panel', async () => {
    await showsAnswer(page, sentWords());
    expect(await panels()).toEqual([]);
  });

  it('stands beside what is selected, at a size to be read', async () => {
    const look = `(() => {
      const { bottom } = document.querySelector('${selector}').getBoundingClientRect();
      const host = document.querySelector('html > [popover]');
      const at = (x, y) => document.elementFromPoint(x, y) === host;
      const left = document.querySelector('${selector}').getBoundingClientRect().left + 20;
      return { over: at(left, bottom - 4), below: at(left, bottom + 20), lower: at(left, bottom + 120) };
    })()`;
    expect(await page.evaluate(look)).toEqual({ over: false, below: true, lower: true });
  });

  it('[IS-08] gives the page nothing to read', async () => {
    const words = sentWords().slice(0, 5).join(' ');
    const read = await page.evaluate<Record<string, unknown>>(`(() => {
      const host = document.querySelector('html > [popover]');
      const selection = getSelection();
      const found = ['${words}', ...${JSON.stringify(['tokens:', 'Open in Companion', 'Done.'])}].filter((text) =>
        find(text, false, false, true));
      selection.selectAllChildren(document.documentElement);
      return {
        host: host.outerHTML,
        root: host.shadowRoot,
        size: host.getBoundingClientRect().width,
        selected: String(selection).includes('${words}'),
        found,
      };
    })()`);
    expect(read).toEqual({
      host: '<div popover="manual"></div>',
      root: null,
      size: 0,
      selected: false,
      found: [],
    });
  });

  it('[IS-08] takes no text, and loads no font that the page has defined', async () => {
    expect(await page.names('textbox')).toEqual([]);
    expect(stage.hub.requests.filter((asked) => asked.path.startsWith('/font/'))).toEqual([]);
  });

  it('goes on Escape and leaves the page as it was', async () => {
    await page.press('Escape');
    await goneFrom(page);
    expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
  });
});

describe('a card amid an answer', () => {
  it('[IS-09] takes no click that a page has made, and Stop of the person ends the request', async () => {
    const { article, hub } = stage;
    const release = hub.hold({ afterWords: 5 });
    await stage.choose(article, '#p1', 'explain');
    await article.waitFor('button', 'Stop');
    await article.waitUntil('five words', async () => sentWords().length === 5);
    await article.evaluate(`(() => {
      const host = document.querySelector('html > [popover]');
      host.click();
      for (const type of ['pointerdown', 'pointerup', 'click', 'keydown']) {
        const init = { bubbles: true, composed: true, cancelable: true, key: 'Escape', clientX: 300, clientY: 300 };
        for (const target of [host, document, window]) {
          target.dispatchEvent(type === 'keydown' ? new KeyboardEvent(type, init) : new PointerEvent(type, init));
        }
      }
    })()`);
    expect(await article.has('button', 'Stop')).toBe(true);
    expect(hub.chats.at(-1)?.state).toBe('streaming');
    await article.click('button', 'Stop');
    await article.waitUntil('the Hub to see', async () => hub.chats.at(-1)?.state === 'aborted');
    release();
    await article.waitFor('button', 'Copy');
    await article.click('button', 'Close');
    await goneFrom(article);
  });

  it('loses nothing when it is closed: the popup has the whole answer', async () => {
    const { article, browser, hub } = stage;
    const release = hub.hold({ afterWords: 5 });
    await stage.choose(article, '#p2', 'explain');
    await article.waitFor('button', 'Stop');
    await article.press('Escape');
    await goneFrom(article);
    release();
    await article.waitUntil('the end', async () => hub.chats.at(-1)?.state === 'finished');
    const popup = await browser.openPopup();
    await showsAnswer(popup, sentWords());
    await browser.closePopup();
  });
});

// In Firefox events tell a page what of a closed root they have met.
it('[IS-09] a card does nothing for a click that a page has made on the inside of it', async () => {
  const { hub } = stage;
  const page = await openPage('/article');
  const release = hub.hold({ afterWords: 5 });
  await stage.choose(page, '#p1', 'explain');
  await page.waitFor('button', 'Stop');
  await page.evaluate(`(() => {
    window.met = new Set();
    addEventListener('pointerdown', ({ originalTarget, target }) => window.met.add(originalTarget ?? target), true);
  })()`);
  await page.drag('button', 'Move with the arrow keys', { x: 0, y: 0 });
  await page.evaluate(`(() => {
    for (const inside of window.met) {
      const buttons = [...(inside.getRootNode?.().querySelectorAll('button') ?? [])];
      for (const button of buttons.filter((one) => !one.closest('body'))) {
        button.click();
        button.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
      }
    }
  })()`);
  expect(await page.has('button', 'Stop')).toBe(true);
  expect(hub.chats.at(-1)?.state).toBe('streaming');
  release();
  // The same action on the same text would join it as long as it goes on.
  await page.waitFor('button', 'Copy');
  await page.close();
});

it('[IS-09] a press on a card that is covered in that moment does nothing but close it', async () => {
  const { hub } = stage;
  const page = await openPage('/article');
  const release = hub.hold({ afterWords: 5 });
  await stage.choose(page, '#p1', 'explain');
  await page.waitFor('button', 'Stop');
  await page.evaluate(`addEventListener('pointerdown', () => {
    document.documentElement.style.opacity = '0.1';
    queueMicrotask(() => setTimeout(() => { document.documentElement.style.opacity = ''; }));
  }, true)`);
  await page.click('button', 'Stop').catch(() => undefined);
  await goneFrom(page);
  expect(hub.chats.at(-1)?.state).toBe('streaming');
  release();
  await page.waitUntil('the end', async () => hub.chats.at(-1)?.state === 'finished');
  await page.close();
});

const TAMPERING = [
  ['takes it out', 'host.remove()'],
  ['moves it', 'document.body.append(host)'],
  ['changes it', "host.style.opacity = '0'"],
  ['makes it inert', 'host.inert = true'],
  ['puts it out of the top layer', 'host.hidePopover()'],
  ['fades all of itself out', "document.documentElement.style.opacity = '0.01'"],
  [
    'covers it in the top layer, and lets clicks pass',
    `const cover = document.createElement('div');
     cover.popover = 'manual';
     cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; pointer-events: none; opacity: 0.9';
     document.body.append(cover);
     cover.showPopover();`,
  ],
  [
    'covers it from a closed root',
    `const outer = document.body.appendChild(document.createElement('div'));
     const cover = document.createElement('div');
     outer.attachShadow({ mode: 'closed' }).append(cover);
     cover.popover = 'manual';
     cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; opacity: 0.9';
     cover.showPopover();`,
  ],
  [
    'opens a dialog over it',
    `const dialog = document.body.appendChild(document.createElement('dialog'));
     dialog.showModal();`,
  ],
] as const;

describe('[IS-09] a card closes when its page', () => {
  it.each(TAMPERING)('%s', async (_what, code) => {
    const page = await openPage('/article');
    await stage.choose(page, '#p1', 'explain');
    await page.waitFor('button', 'Copy');
    await page.evaluate(`(() => {
      const host = document.querySelector('html > [popover]');
      ${code}
    })()`);
    await page.waitUntil('the card to go', async () => (await hostOf(page)) === '');
    await page.close();
  });
});

describe('where a page can have no card', () => {
  it('[BR-04] [R37] the answer to a PDF is in the panel', async () => {
    const { browser } = stage;
    const pdf = await openPage('/pdf');
    // The viewer tells nobody when it is ready, so the whole gesture is tried again.
    await pdf.waitUntil(
      'an action on the selection',
      async () => {
        await pdf.evaluate('document.body.focus()');
        await browser.pressShortcut('ctrl+a');
        return await stage
          .chooseOnSelection(pdf, 'body', 'explain', { at: stage.pdfSentence })
          .then(
            () => true,
            () => false,
          );
      },
      45_000,
    );
    const panel = await browser.panel();
    await panel.waitFor('heading', /^Explain/);
    await panel.waitFor('button', 'Try again');
    await pdf.close();
  });
});

describe('more of a card', () => {
  it('is in the panel, with the conversation', async () => {
    const { article, browser } = stage;
    await browser.closePanel();
    await stage.choose(article, '#p4', 'explain');
    await article.waitFor('button', 'Copy');
    await article.click('button', 'Open in Companion');
    const panel = await browser.panel();
    await panel.waitFor('heading', /^Explain/);
    await showsAnswer(panel, sentWords());
    await goneFrom(article);
    // Firefox opens its sidebar for no click in a page, whoever tells of it.
    const where = inject('browser') === 'firefox' ? /\?window=\d+$/ : /\/sidepanel\.html$/;
    expect(await panels()).toEqual([expect.stringMatching(where)]);
  });
});

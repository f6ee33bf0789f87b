import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import type { ScriptedAnswer } from '../hub/scripted-answer.ts';
import { openStage, showsAnswer, wordsOf, type Stage } from './stage.ts';

let stage: Stage;
/** What the Hub answers; by itself without. */
let scripted: ScriptedAnswer | undefined;

beforeAll(async () => {
  stage = await openStage('card-moves', {}, { script: () => scripted });
  await stage.signIn();
});
afterAll(() => stage.close());

const sentWords = () => wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');
const goneFrom = (page: View) =>
  page.waitFor('dialog', 'Explain, by the selection', { gone: true });
const openPage = () => stage.browser.openTab(stage.hub.articleUrl);

/** What of the viewport a page's card takes up, as far as its page can find out; to 4 CSS pixels. */
const boxOf = (page: View) =>
  page.evaluate<{ left: number; top: number; right: number; bottom: number }>(`(() => {
    const host = document.querySelector('html > [popover]');
    const box = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
    for (let x = 0; x < innerWidth; x += 4) for (let y = 0; y < innerHeight; y += 4) {
      if (document.elementFromPoint(x, y) !== host) continue;
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x + 4);
      box.bottom = Math.max(box.bottom, y + 4);
    }
    return box;
  })()`);

const HANDLE = ['button', 'Move with the arrow keys'] as const;
const LONG: ScriptedAnswer = {
  pieces: Array.from({ length: 60 }, (_value, index) => `Line ${index}.\n\n`),
  piecesPerSecond: 1_000,
};

describe('a card with a long answer', () => {
  let page: View;
  let size: { width: number; height: number };

  beforeAll(async () => {
    page = await openPage();
    scripted = LONG;
    await stage.choose(page, '#p1', 'explain');
    await page.waitFor('button', 'Copy');
    scripted = undefined;
    size = await page.evaluate(
      '({ width: document.documentElement.clientWidth, height: document.documentElement.clientHeight })',
    );
  });
  afterAll(() => page.close());

  it('goes where the pointer drags it, and keeps its height', async () => {
    const before = await boxOf(page);
    await page.drag(...HANDLE, { x: 120, y: 12 });
    const after = await boxOf(page);
    expect(after.left - before.left).toBe(120);
    expect(after.top - before.top).toBe(12);
    expect(Math.abs(after.bottom - after.top - (before.bottom - before.top))).toBeLessThanOrEqual(
      4,
    );
  });

  it('goes where the arrow keys move it, and leaves the page where it was', async () => {
    const scrolled = await page.evaluate('scrollY');
    await page.press('Escape');
    await goneFrom(page);
    scripted = LONG;
    await stage.chooseOnSelection(page, '#p1', 'explain');
    await page.waitFor('button', 'Copy');
    scripted = undefined;
    await page.press('Tab');
    const start = await boxOf(page);
    await page.press('ArrowDown');
    await page.press('Shift+ArrowRight');
    const after = await boxOf(page);
    expect(after.top - start.top).toBe(16);
    expect(after.left - start.left).toBe(64);
    expect(await page.evaluate('scrollY')).toBe(scrolled);
  });

  it.each([[{ x: -3_000, y: -3_000 }], [{ x: 3_000, y: 3_000 }]])(
    'never leaves the viewport: %j',
    async (by) => {
      await page.drag(...HANDLE, by);
      const { left, top, right, bottom } = await boxOf(page);
      expect(right - left).toBeGreaterThan(400);
      expect(bottom - top).toBeGreaterThan(400);
      // The bar that Firefox scrolls by can lie over the page.
      expect(by.x < 0 ? left : size.width - right).toBeLessThanOrEqual(16);
      expect(by.y < 0 ? top : size.height - bottom).toBeLessThanOrEqual(4);
    },
  );

  it('gives way to the card of another selection', async () => {
    await stage.choose(page, '#p4', 'explain');
    await page.waitFor('button', 'Copy');
    await showsAnswer(page, sentWords());
    expect(await page.evaluate("document.querySelectorAll('html > [popover]').length")).toBe(1);
  });
});

describe('a card where a selection leaves little room', () => {
  let page: View;

  beforeAll(async () => {
    page = await openPage();
  });
  afterAll(() => page.close());

  it('shows five lines of the answer at least', async () => {
    await page.evaluate(`(() => {
      const text = document.querySelector('#p1');
      text.style.minHeight = '400px';
      scrollBy(0, text.getBoundingClientRect().bottom - (document.documentElement.clientHeight - 260));
    })()`);
    scripted = LONG;
    await stage.choose(page, '#p1', 'explain');
    await page.waitFor('button', 'Copy');
    scripted = undefined;
    await page.openClosedRoot('html > [popover]');
    const lines = await page.evaluate<number>(`(() => {
      const body = document.querySelector('html > [popover]').shadowRoot.querySelector('.card-body');
      return body.clientHeight / parseFloat(getComputedStyle(body).lineHeight);
    })()`);
    expect(lines).toBeGreaterThanOrEqual(5);
    await page.press('Escape');
    await goneFrom(page);
  });

  it('has a place beside a column of text', async () => {
    await page.evaluate(`Object.assign(document.querySelector('#p1').style, {
      position: 'fixed', inset: '0 300px', font: '4rem/1.5 serif', textAlign: 'justify', minHeight: 0,
    })`);
    await stage.choose(page, '#p1', 'explain');
    await page.waitFor('button', 'Copy');
    const { left, right } = await boxOf(page);
    const size = await page.evaluate<number>('document.documentElement.clientWidth');
    expect(left).toBeGreaterThanOrEqual(size - 300);
    expect(right).toBeLessThanOrEqual(size);
    await page.press('Escape');
    await goneFrom(page);
  });

  it('gives way to a window on a page that is selected from edge to edge, and touches nothing', async () => {
    await page.evaluate("document.querySelector('#p1').style.inset = '0'");
    const before = await page.evaluate('document.documentElement.outerHTML');
    await stage.choose(page, '#p1', 'explain');
    const panel = await stage.browser.panel();
    await panel.waitFor('button', 'Try again');
    await showsAnswer(panel, sentWords());
    expect(await page.evaluate('document.documentElement.outerHTML')).toBe(before);
    await stage.browser.closePanel();
  });
});

it('a card keeps its size when a page that zooms itself scrolls', async () => {
  const page = await openPage();
  await page.evaluate("document.documentElement.style.zoom = '1.5'");
  await stage.choose(page, '#p1', 'explain');
  await page.waitFor('button', 'Copy');
  const before = await boxOf(page);
  await page.evaluate(
    'new Promise((done) => { scrollBy(0, 40); requestAnimationFrame(() => requestAnimationFrame(done)); })',
  );
  const after = await boxOf(page);
  expect(before.right - before.left).toBeLessThan(440);
  expect([after.left, after.right]).toEqual([before.left, before.right]);
  await page.close();
});

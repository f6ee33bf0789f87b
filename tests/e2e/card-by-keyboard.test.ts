import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { pressOn } from './by-keyboard.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
/** In the answer, so that no two are the same. */
let word = '';

beforeAll(async () => {
  // Of 0.0.0.0, which no browser calls secure; Firefox refuses it without.
  const preferences = { 'network.socket.ip_addr_any.disabled': false };
  const script = () => ({
    pieces: `A **lens** bends \`light\`:\n\n- at _${word}_ faces`.match(/[^]{1,4}/g) ?? [],
    piecesPerSecond: 500,
  });
  stage = await openStage('card-by-keyboard', {}, { preferences, script });
  await stage.signIn();
});
afterAll(() => stage.close());

const goneFrom = (page: View) =>
  page.waitFor('dialog', 'Explain, by the selection', { gone: true });

/** What a page gets as text that a person pastes into. */
async function pastedInto(page: View): Promise<string> {
  await page.evaluate(`(() => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.id = 'pasted';
    field.focus();
  })()`);
  await stage.browser.pressShortcut('ctrl+v');
  return await page.waitUntil('what was pasted', () =>
    page.evaluate<string | false>("document.querySelector('#pasted').value || false"),
  );
}

describe.each([
  ['a secure page', true, 'localhost', 'two'],
  ['a page that has no clipboard to write to', false, '0.0.0.0', 'three'],
])('on %s', (_what, isSecure, host, own) => {
  it('Copy gives the answer as text, without the marks of Markdown', async () => {
    const page = await stage.browser.openTab(stage.hub.articleUrl.replace('localhost', host));
    expect(await page.evaluate('isSecureContext')).toBe(isSecure);
    word = own;
    await stage.choose(page, '#p1', 'explain');
    await pressOn(page, 'button', 'Copy');
    await page.waitUntil('it to say so', async () =>
      (await page.text('dialog', 'Explain, by the selection')).includes('Copied'),
    );
    await page.press('Escape');
    await goneFrom(page);
    expect(await pastedInto(page)).toBe(`A lens bends light:\n\n• at ${own} faces`);
    await page.close();
  });
});

it('Stop ends the request, and leaves the focus in the card; Escape gives it back', async () => {
  const { article: page, hub } = stage;
  await page.evaluate("document.querySelector('#p1').tabIndex = 0");
  const release = hub.hold({ afterWords: 2 });
  await stage.choose(page, '#p1', 'explain');
  await pressOn(page, 'button', 'Stop');
  await page.waitUntil('the Hub to see', async () => hub.chats.at(-1)?.state === 'aborted');
  await page.waitFor('button', 'Copy');
  release();
  expect(await page.evaluate("document.activeElement.matches('html > [popover]')")).toBe(true);
  await page.press('Escape');
  await goneFrom(page);
  expect(await page.evaluate('document.activeElement.id')).toBe('p1');
});

it('more of it opens in Companion', async () => {
  const { article: page, browser } = stage;
  await stage.choose(page, '#p2', 'explain');
  await page.waitFor('button', 'Copy');
  await pressOn(page, 'button', 'Open in Companion');
  const panel = await browser.panel();
  await panel.waitFor('heading', /^Explain/);
  await goneFrom(page);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { sentText } from './sent-text.ts';
import { openStage, type Stage } from './stage.ts';

const LENGTH = 1_000_000;

/** A thousand lines, numbered so that no part of the text is equal to another. */
const LINES = Array.from({ length: 1_000 }, (_, index) =>
  `The lamp ${index} burns oil. `
    .repeat(50)
    .slice(0, index === 0 ? 1_000 : 999)
    .replace(/ $/, '.'),
);
const TEXT = LINES.join('\n');

/** Right-clicking needs a place that is on the screen. */
const FIRST = 'div:first-child';

const SEND = /^Send the first/;

let stage: Stage;
let tab: View;

beforeAll(async () => {
  stage = await openStage('limits');
  await stage.signIn();
  tab = await stage.browser.openTab(new URL('/blank', stage.hub.articleUrl).href);
  // A block for each line: browsers are slow with a million characters in one.
  await tab.evaluate(`(() => {
    const blocks = ${JSON.stringify(LINES)}.map((line) => {
      const block = document.createElement('div');
      block.textContent = line;
      return block;
    });
    document.body.style.whiteSpace = 'pre';
    document.body.replaceChildren(...blocks);
  })()`);
});
afterAll(() => stage.close());

const chatRequests = () => stage.hub.requests.filter(({ path }) => path.startsWith('/v1/chat'));

/** Chooses Summarize on the million characters, and waits until the panel asks. */
async function summarizeAll(): Promise<View> {
  const { browser } = stage;
  await browser.select(tab, FIRST, 'div:last-child');
  await stage.chooseOnSelection(tab, FIRST, 'summarize', {
    // Chromium opens its menu only after seconds then.
    menuTimeoutMs: 20_000,
    arrived: async () => (await browser.panel()).has('button', SEND),
  });
  return browser.panel();
}

describe('[R34] a selection of a million characters', () => {
  it('is one', () => {
    expect(TEXT.length).toBe(LENGTH);
  });

  it('is asked about first; Cancel sends nothing of it', async () => {
    const panel = await summarizeAll();
    expect(await panel.text('main', '')).toContain(
      `The text has ${LENGTH.toLocaleString('en')} characters`,
    );
    expect(chatRequests()).toEqual([]);

    await panel.click('button', 'Cancel');
    await panel.waitFor('button', SEND, { gone: true });
    await panel.waitFor('button', 'Try again');
    expect(chatRequests()).toEqual([]);
  });

  it('is sent to exactly the character that the button says', async () => {
    const { hub } = stage;
    const panel = await summarizeAll();
    expect(chatRequests()).toEqual([]);
    const label = (await panel.names('button')).find((name) => SEND.test(name));
    const promised = Number(
      /first ([\d,]+) characters/.exec(label ?? '')?.[1]?.replaceAll(',', ''),
    );
    expect(promised).toBeGreaterThan(100_000);
    expect(promised).toBeLessThan(LENGTH);

    await panel.click('button', SEND);
    await panel.waitUntil('the answer', async () => hub.chats.at(-1)?.state === 'finished');
    expect(chatRequests()).toHaveLength(1);
    expect(sentText(stage.hub).length).toBe(promised);
    // Not by toBe, which would print both.
    expect(sentText(stage.hub) === TEXT.slice(0, promised)).toBe(true);
  });
});

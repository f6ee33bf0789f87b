import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import type { ScriptedAnswer } from '../hub/scripted-answer.ts';
import { openStage, type Stage } from './stage.ts';

/** A paragraph of about ten lines each, so that a few fill any panel. */
const PARAGRAPH = `${'A lens gathers the light of a small lamp. '.repeat(12).trim()}\n\n`;

/** How far a page may be from its end without anybody seeing it. Pixels. */
const NEAR_PX = 2;

const LONG: ScriptedAnswer = {
  pieces: Array.from({ length: 60 }, () => PARAGRAPH),
  piecesPerSecond: 200,
};

/** Keeps where Try again stands, in each frame that has been drawn with it. */
const WATCH_TRY_AGAIN = `(() => {
  window.places = [];
  const look = () => {
    const button = [...document.querySelectorAll('.run-controls button')]
      .find(({ textContent }) => textContent === 'Try again');
    if (button) places.push(Math.round(button.getBoundingClientRect().top));
    if (places.length < 30) requestAnimationFrame(() => setTimeout(look));
  };
  look();
})()`;

let stage: Stage;
let panel: View;
let answer: ScriptedAnswer | undefined;

beforeAll(async () => {
  stage = await openStage('panel', {}, { script: () => answer });
  await stage.signIn();
});
afterAll(() => stage.close());

interface Place {
  top: number;
  below: number;
  height: number;
}

/** Where the panel is scrolled to, after a frame in which it could have moved. */
function place(): Promise<Place> {
  return panel.evaluate<Place>(`new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
    const page = document.documentElement;
    done({ top: page.scrollTop, height: page.scrollHeight,
      below: page.scrollHeight - page.clientHeight - page.scrollTop });
  })))`);
}

async function shows(count: number): Promise<void> {
  await panel.waitUntil(`${count} paragraphs`, () =>
    panel.evaluate<boolean>(`document.querySelectorAll('.answer p').length >= ${count}`),
  );
}

describe('a long answer in the panel', () => {
  it('begins with its room and the time, and a link back to the words on their page', async () => {
    const { browser, hub, article } = stage;
    answer = LONG;
    const release = hub.hold();
    await stage.choose(article, '#p1', 'summarize');
    panel = await browser.panel();
    await panel.waitFor('button', 'Stop');
    await panel.waitUntil('the elapsed time', () =>
      panel.evaluate<boolean>(
        `/^\\d:\\d\\d$/.test(document.querySelector('.elapsed')?.textContent)`,
      ),
    );
    expect(
      await panel.evaluate<number>(`document.querySelector('.answer').offsetHeight`),
    ).toBeGreaterThan(40);
    const link = await panel.evaluate<string>(`document.querySelector('.quote-page').href`);
    expect(link.startsWith(`${hub.articleUrl}#:~:text=A%20lighthouse%20lens`)).toBe(true);
    expect(link.split(',')).toHaveLength(2);
    await panel.evaluate(WATCH_TRY_AGAIN);
    release();
  });

  it('is followed while its end is in sight, to the receipt', async () => {
    await panel.waitFor('button', 'Try again');
    await shows(60);
    const { top, below } = await place();
    expect(top).toBeGreaterThan(1_000);
    expect(below).toBeLessThanOrEqual(NEAR_PX);
    expect(await panel.has('button', 'To the end')).toBe(false);
  });

  it('ends in one piece: what can be pressed then moves no more', async () => {
    await panel.waitUntil('thirty frames', () =>
      panel.evaluate<boolean>('window.places.length >= 30'),
    );
    // The first may be of a frame that nobody saw: it was laid out, and then scrolled.
    const [, ...places] = await panel.evaluate<number[]>('window.places');
    expect(new Set(places).size, places.join(' ')).toBe(1);
    expect(await panel.text('main', '')).toContain('answers so far');
  });

  it('stays where the person has scrolled to, and offers the way to the end', async () => {
    const { hub } = stage;
    const before = hub.chats.length;
    const release = hub.hold({ afterWords: 1_500 });
    await panel.click('button', 'Try again');
    await panel.waitUntil('the request', async () => hub.chats.length > before);
    // Until then it is the answer before.
    await panel.waitFor('button', 'Stop');
    await shows(10);
    await panel.evaluate('document.documentElement.scrollTo(0, 150)');
    const held = await place();
    expect(held.below).toBeGreaterThan(NEAR_PX);
    await panel.waitFor('button', 'To the end');
    release();
    await shows(60);
    const after = await place();
    expect(after.height).toBeGreaterThan(held.height);
    expect(after.top).toBe(held.top);
    await panel.click('button', 'To the end');
    expect((await place()).below).toBeLessThanOrEqual(NEAR_PX);
    await panel.waitFor('button', 'To the end', { gone: true });
    expect((await panel.focused()).role).toBe('main');
  });

  it('is told to screen readers by whole sentences', async () => {
    const { hub } = stage;
    answer = { pieces: ['A lens bends light', '. It is of gl', 'ass'], piecesPerSecond: 1 };
    const before = hub.chats.length;
    await panel.click('button', 'Try again');
    await panel.waitUntil('the request', async () => hub.chats.length > before);
    await panel.evaluate(`(() => {
      window.told = [];
      const region = document.querySelector('[aria-live=polite]');
      new MutationObserver(() => window.told.push(region.textContent)).observe(region, { childList: true, subtree: true, characterData: true });
    })()`);
    await panel.waitUntil('the rest of it', () =>
      panel.evaluate<boolean>(`window.told.at(-1) === 'It is of glass'`),
    );
    expect(await panel.evaluate<string[]>('window.told')).toEqual([
      'A lens bends light.',
      'It is of glass',
    ]);
  });
});

describe('a follow-up question that is refused', () => {
  it('stays in its field, with the reason in sight below it', async () => {
    await panel.waitFor('button', 'Try again');
    answer = LONG;
    await panel.click('button', 'Try again');
    await shows(60);
    await panel.waitFor('button', 'Try again');
    // As a background that has meanwhile lost the run.
    await panel.evaluate(`(() => {
      const { runtime } = globalThis.browser ?? chrome;
      const send = runtime.sendMessage.bind(runtime);
      runtime.sendMessage = (message) => message.kind === 'run.follow-up'
        ? Promise.resolve({ ok: false, error: { kind: 'run-gone' } }) : send(message);
    })()`);
    await panel.fill('textbox', 'Follow-up question', 'Why of glass?');
    await panel.click('button', 'Ask');
    expect(await panel.text('alert', '')).toContain('This run is no longer in memory');
    expect(await panel.value('textbox', 'Follow-up question')).toBe('Why of glass?');
    const { top, bottom, height } = await panel.evaluate<Record<string, number>>(`(() => {
      const { top, bottom } = document.querySelector('[role=alert]').getBoundingClientRect();
      return { top, bottom, height: innerHeight };
    })()`);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(height ?? 0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, showsAnswer, type Stage, wordsOf } from '../e2e/stage.ts';
import { readPrompt } from '../hub/chat-prompt.ts';
import { sentUntil, type RecordedChat } from '../hub/records.ts';

/** At most so much of an answer may be lost. Milliseconds. */
const MAY_LOSE_MS = 1_500;

/** The pace of the Hub. Milliseconds. */
const WORD_EVERY_MS = 40;

/** One sentence, so that the Hub quotes all of it, in words that are there once each. */
const WORDS = Array.from({ length: 250 }, (_, index) => `word${index + 1}`);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('killed-browser');
  await stage.signIn();
});
afterAll(() => stage.close());

const lastChat = () => stage.hub.chats.at(-1) as RecordedChat;
const isNumbered = (word: string) => /^word\d+$/.test(word);

/** Starts an answer of numbered words from the popup, and waits until the Hub has sent this many of them. */
async function answerComesTo(count: number): Promise<View> {
  const popup = await stage.browser.openPopup();
  const before = stage.hub.chats.length;
  slowDown();
  await popup.fill('textbox', 'Text', `${WORDS.join(' ')}.`);
  await popup.click('button', 'Explain');
  await popup.waitUntil('the question', async () => stage.hub.chats.length > before);
  await wordsSent(count);
  return popup;
}

function slowDown(): void {
  stage.hub.fault({ kind: 'slow', path: '/v1/chat/completions', everyMs: WORD_EVERY_MS });
}

async function wordsSent(count: number): Promise<void> {
  await stage.article.waitUntil(`${count} words`, async () => {
    return wordsOf(lastChat().sentText).filter(isNumbered).length >= count;
  });
}

/** Checks what was kept of an answer that was cut short: a beginning of what was sent, with all but its last moments. */
function isKept(shown: readonly string[], chat: RecordedChat, killedAt: number): void {
  const sent = wordsOf(chat.sentText);
  expect(shown).toEqual(sent.slice(0, shown.length));
  const mustBeThere = wordsOf(sentUntil(chat, killedAt - MAY_LOSE_MS));
  expect(mustBeThere.filter(isNumbered).length).toBeGreaterThan(10);
  expect(shown.length).toBeGreaterThanOrEqual(mustBeThere.length);
}

describe('a browser that is killed amid an answer', () => {
  let interrupted: RecordedChat;
  let kept: string[];

  it('[R1] [R3] [ST-03] loses at most the last 1.5 seconds of it, and says so when it is back', async () => {
    await answerComesTo(80);
    const killedAt = Date.now();
    await stage.killAndReopen();
    interrupted = lastChat();
    const popup = await stage.browser.openPopup();
    await popup.waitFor('button', 'Continue');
    expect(await popup.text('alert', '')).toContain('The answer was interrupted');
    kept = wordsOf(await popup.text('region', 'Answer'));
    isKept(kept, interrupted, killedAt);
    // Nothing is asked again by itself: it may be paid for.
    expect(lastChat()).toBe(interrupted);
  });

  it('[R1] goes on where it broke off, with nothing lost or doubled', async () => {
    const popup = await stage.browser.openPopup();
    await popup.click('button', 'Continue');
    await popup.waitUntil('the rest', async () => lastChat().state === 'finished');
    const chat = lastChat();
    expect(wordsOf(readPrompt(chat.messages).begun)).toEqual(kept);
    const whole = [...kept, ...wordsOf(chat.sentText)];
    expect(whole.filter(isNumbered)).toEqual(WORDS);
    await showsAnswer(popup, whole);
    await stage.browser.closePopup();
  });

  it('[R1] is in the history once', async () => {
    const { browser } = stage;
    const panel = await browser.openTab(browser.extensionUrl('sidepanel.html'));
    await panel.click('button', 'History');
    const rows = async () =>
      (await panel.names('button', { within: { role: 'region', name: 'History' } })).filter(
        (name) => name.startsWith('Explain'),
      );
    await panel.waitUntil('the row', async () => (await rows()).length > 0);
    expect(await rows()).toHaveLength(1);
    await panel.close();
  });
});

it('[R1] a background that is killed twice in one answer loses little each time, and doubles nothing', async () => {
  const { browser } = stage;
  const popup = await answerComesTo(0);
  for (const count of [80, 80]) {
    await wordsSent(count);
    const killedAt = Date.now();
    await browser.killBackground();
    await popup.waitFor('button', 'Continue');
    const chat = lastChat();
    const begun = wordsOf(readPrompt(chat.messages).begun);
    const shown = wordsOf(await popup.text('region', 'Answer'));
    isKept(shown.slice(begun.length), chat, killedAt);
    const before = stage.hub.chats.length;
    slowDown();
    await popup.click('button', 'Continue');
    await popup.waitUntil('the question', async () => stage.hub.chats.length > before);
  }
  await popup.waitUntil('the rest', async () => lastChat().state === 'finished');
  await popup.waitFor('button', 'Stop', { gone: true });
  const shown = wordsOf(await popup.text('region', 'Answer'));
  expect(shown.filter(isNumbered)).toEqual(WORDS);
  await browser.closePopup();
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptAnswers } from './kept-answers.ts';
import { openStage, showsAnswer, SIGN_IN, type Stage, wordsOf } from '../e2e/stage.ts';

/** For Firefox; longer than the 20 s after which pending work makes itself heard. Chromium's is 30 s, whatever one wishes. */
const IDLE_MS = 25_000;

/** Longer than any of them, and shorter than the minute after which a silent answer is given up. */
const SILENCE_MS = 55_000;

let stage: Stage;

beforeAll(async () => {
  const preferences = { 'extensions.background.idle.timeout': IDLE_MS };
  stage = await openStage('lifetime', {}, { preferences });
});
afterAll(() => stage.close());

const sentWords = () => wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');

/** Waits until the browser has stopped the background for being idle; nobody attaches to it. */
async function backgroundStopped(): Promise<void> {
  const { article, browser } = stage;
  const isStopped = async () => !(await browser.backgroundRuns());
  await article.waitUntil('the background to be stopped', isStopped, 90_000);
}

describe('a background without a debugger attached', () => {
  it('[R47] [ST-04] that was stopped while a run waited for sign-in goes on with the same text', async () => {
    const { browser, article, hub } = stage;
    await stage.choose(stage.article, '#p1', 'summarize', {
      arrived: async () => (await browser.panel()).has('button', SIGN_IN),
    });
    await browser.closePanel();
    await backgroundStopped();
    await stage.signIn();
    await article.waitUntil('the answer', async () => hub.chats.at(-1)?.state === 'finished');
    expect(JSON.stringify(hub.chats.at(-1)?.messages)).toContain('A lighthouse lens gathers');
  });

  it('[ST-04] that was stopped since still shows the answer, and can try again', async () => {
    const { browser, hub } = stage;
    await backgroundStopped();
    const popup = await browser.openPopup();
    await showsAnswer(popup, sentWords());
    await popup.click('button', 'Try again');
    await popup.waitUntil('another answer', async () => hub.chats[1]?.state === 'finished');
    await browser.closePopup();
  });

  it.each([
    ['before the first word', {}],
    ['amid the answer', { afterWords: 5 }],
  ])('[ST-01] [ST-04] survives 55 seconds of silence %s', async (_when, hold) => {
    const { browser, hub } = stage;
    const release = hub.hold(hold);
    await stage.choose(stage.article, '#p2', 'summarize');
    await browser.closePanel();
    // The wait is what is tested: nothing tells that a background was not stopped.
    await new Promise((done) => setTimeout(done, SILENCE_MS));
    expect(hub.chats.at(-1)?.state).toBe('streaming');
    release();
    const popup = await browser.openPopup();
    await popup.waitFor('button', 'Try again');
    expect(sentWords().length).toBeGreaterThan(20);
    await showsAnswer(popup, sentWords());
    await browser.closePopup();
  });

  it('[R1] [ST-03] [ST-04] that is stopped amid an answer leaves it interrupted, with its text kept', async () => {
    const { browser, article, hub } = stage;
    hub.hold({ afterWords: 5 });
    await stage.choose(stage.article, '#p3', 'summarize');
    const panel = await browser.panel();
    await panel.waitFor('heading', /^Summarize/);
    await panel.waitUntil('five words', async () => sentWords().length === 5);
    await showsAnswer(panel, sentWords());
    await article.waitUntil('the words on disk', async () =>
      (await keptAnswers(browser)).endsWith(hub.chats.at(-1)?.sentText ?? '-'),
    );
    await browser.killBackground();
    await article.waitUntil('the end', async () => hub.chats.at(-1)?.state === 'aborted');
    const words = sentWords();
    expect(words).toHaveLength(5);
    for (const view of [panel, await browser.openPopup()]) {
      expect(await view.text('alert', '')).toContain('The answer was interrupted');
      await showsAnswer(view, words);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, SIGN_IN, type Stage } from '../e2e/stage.ts';

/** Longer than the 30 s after which browsers stop an idle background. */
const SILENCE_MS = 45_000;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('lifetime');
});
afterAll(() => stage.close());

/** Waits until the browser has stopped the background for being idle; nobody attaches to it. */
async function backgroundStopped(): Promise<void> {
  const { article, browser } = stage;
  const isStopped = async () => !(await browser.backgroundRuns());
  await article.waitUntil('the background to be stopped', isStopped, 90_000);
}

describe('a background without a debugger attached', () => {
  it('[R47] that was stopped while a run waited for sign-in goes on with the same text', async () => {
    const { browser, article, hub } = stage;
    await stage.choose(article, '#p1', 'summarize', {
      arrived: async () => (await browser.panel()).has('button', SIGN_IN),
    });
    await browser.closePanel();
    await backgroundStopped();
    await stage.signIn();
    await article.waitUntil('the answer', async () => hub.chats.at(-1)?.state === 'finished');
    expect(JSON.stringify(hub.chats.at(-1)?.messages)).toContain('A lighthouse lens gathers');
  });

  it('that was stopped since still shows the answer, and can try again', async () => {
    const { browser, hub } = stage;
    await backgroundStopped();
    const popup = await browser.openPopup();
    expect(await popup.text('region', 'Answer')).toContain('lens');
    await popup.click('button', 'Try again');
    await popup.waitUntil('another answer', async () => hub.chats[1]?.state === 'finished');
    await browser.closePopup();
  });

  it('[ST-01] survives 45 seconds of silence before the first word', async () => {
    const { browser, article, hub } = stage;
    const release = hub.hold();
    await stage.choose(article, '#p2', 'summarize');
    await browser.closePanel();
    // The wait is what is tested: nothing tells that a background was not stopped.
    await new Promise((done) => setTimeout(done, SILENCE_MS));
    expect(hub.chats.at(-1)?.state).toBe('streaming');
    release();
    const popup = await browser.openPopup();
    await popup.waitFor('button', 'Try again');
    expect(await popup.text('region', 'Answer')).toContain('lens');
    await browser.closePopup();
  });
});

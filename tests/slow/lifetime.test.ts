import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStage, type Stage } from '../e2e/stage.ts';

/** Longer than the 30 s after which browsers stop an idle background. */
const SILENCE_MS = 45_000;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('lifetime');
  await stage.signIn();
});
afterAll(() => stage.close());

describe('a background without a debugger attached', () => {
  it('[ST-01] survives 45 seconds of silence before the first word', async () => {
    const { browser, article, hub } = stage;
    const release = hub.hold();
    await stage.choose(article, '#p1', 'summarize');
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

  it('[R2] is stopped by the browser when nothing runs, and answers again', async () => {
    const { browser, article } = stage;
    await article.waitUntil(
      'the background to be stopped',
      async () => !(await browser.backgroundRuns()),
      90_000,
    );
    await stage.choose(article, '#p2', 'summarize');
    await (await browser.panel()).waitFor('button', 'Try again');
  });
});

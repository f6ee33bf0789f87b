import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../drivers/driver.ts';
import { openStage, popupClosed, showsAnswer, SIGN_IN, wordsOf, type Stage } from '../stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('host-access');
});
afterAll(() => stage.close());

const sentWords = () => wordsOf(stage.hub.chats.at(-1)?.sentText ?? '');
/** What the extension, and no page, has asked for. */
const requests = () => stage.hub.requests.filter(({ server }) => server !== 'pages');

/** Takes back what was granted at installation, as the person can on the page of the add-on. */
async function takeBackHosts(): Promise<void> {
  const { browser, hub } = stage;
  await browser.evaluateInBackground(
    `chrome.permissions.remove({ origins: chrome.runtime.getManifest().host_permissions })`,
  );
  expect(await canReach()).toBe(false);
  hub.requests.length = 0;
}

function canReach(): Promise<boolean> {
  const origins = `['${new URL(stage.hub.origin).protocol}//${new URL(stage.hub.origin).hostname}/*']`;
  return stage.browser.evaluateInBackground(`chrome.permissions.contains({ origins: ${origins} })`);
}

async function allow(view: View): Promise<void> {
  await view.click('button', 'Allow');
  await stage.browser.allowInPrompt?.();
}

describe('a Firefox that may not reach the Hub any more', () => {
  it('[R44] [BR-06] refuses to sign in, and asks for leave in its own prompt', async () => {
    const { browser, article } = stage;
    await takeBackHosts();
    const popup = await browser.openPopup();
    await popup.click('button', SIGN_IN);
    expect(await popup.text('alert', '')).toContain('Companion may not reach 127.0.0.1');
    expect(requests()).toEqual([]);

    await allow(popup);
    await article.waitUntil('the access', canReach);
    // Firefox closes the popup for its prompt.
    const again = await browser.openPopup();
    await again.waitFor('button', 'Allow', { gone: true });
    expect(await again.names('alert')).toEqual([]);
    await again.click('button', SIGN_IN);
    await (await browser.signInWindow()).click('button', 'Allow');
    await popupClosed(browser, article);
    await (await browser.openPopup()).waitFor('button', 'Account');
    await browser.closePopup();
  });

  it('[R44] [BR-06] holds an action of the menu until it is allowed in the panel', async () => {
    const { browser, hub, article } = stage;
    await takeBackHosts();
    await stage.choose(article, '#p1', 'summarize', {
      arrived: async () => (await browser.panel()).has('button', 'Allow'),
    });
    const panel = await browser.panel();
    expect(await panel.text('alert', '')).toContain('Companion may not reach 127.0.0.1');
    expect(await panel.text('main', '')).toContain('A lighthouse lens');
    expect(requests()).toEqual([]);
    expect(hub.chats).toEqual([]);

    await allow(panel);
    await panel.waitFor('button', 'Try again');
    expect(hub.chats).toHaveLength(1);
    expect(sentWords()).toContain('lens');
    await showsAnswer(panel, sentWords());
  });

  it('[R44] has never told the Hub which installation it is', async () => {
    const { hub } = stage;
    expect(requests().length).toBeGreaterThan(0);
    for (const { headers } of hub.requests) {
      expect(JSON.stringify(headers)).not.toContain('moz-extension:');
    }
  });
});

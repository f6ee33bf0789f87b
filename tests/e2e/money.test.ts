import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { withStorage } from './full-areas.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let options: View;

beforeAll(async () => {
  stage = await openStage('money');
  await stage.signIn();
});
afterAll(() => stage.close());

async function says(view: View, words: RegExp): Promise<void> {
  await view.waitUntil(String(words), async () => words.test(await view.text('main', '')));
}

describe('what an answer costs', () => {
  it('is said in the popup before, for the action that is pointed at', async () => {
    const popup = await stage.browser.openPopup();
    await popup.fill('textbox', 'Text', 'A lighthouse lens bends light. '.repeat(400));
    await says(popup, /Summarize costs about \$0\.000\d+\./);
    await stage.browser.closePopup();
  });

  it('stands under the answer in the panel, with tokens, provider and speed', async () => {
    await stage.choose(stage.article, 'p', 'summarize');
    const panel = await stage.browser.panel();
    await panel.waitFor('group', 'Receipt');
    expect(await panel.text('group', 'Receipt')).toMatch(
      /^\$0\.0000\d+ · tokens: \d+ in, \d+ out · abacus · first word after [\d.]+\s?m?s/,
    );
    // And before one more question.
    await says(panel, /Your question goes with the text.* Ask costs less than \$0\.0001\./);
  });

  it('is summed up in the options, by model and by action, with what the plan includes', async () => {
    options = await stage.browser.openTab(stage.browser.extensionUrl('options.html#spending'));
    await says(options, /\$0\.0000\d+ this month, of \$2\.00 included/);
    await says(options, /1 answer, \$0\.0000\d+ at list price\./);
    await says(options, /By model[^]*demo\/extractive/);
    await says(options, /By action[^]*Summarize/);
  });

  it('leads to the permission that the real figures take, by its name', async () => {
    await options.click('link', /^Read your billing/);
    await options.waitUntil('the permissions', async () => {
      return (await options.focused()).name === 'Permissions';
    });
  });

  it('is asked about first once the month is above the limit', async () => {
    await options.fill('textbox', /^Ask me when a month/, '0');
    await options.press('Tab');
    await options.waitUntil('the limit', async () => {
      const field = await options.value('textbox', /^Ask me when a month/);
      return field === '0';
    });
    const before = stage.hub.chats.length;
    const panel = await stage.browser.panel();
    const asks = async () => /above the limit that you have set/.test(await panel.text('main', ''));
    await stage.choose(stage.article, 'p', 'summarize', { arrived: asks });
    await panel.waitUntil('the question', asks);
    expect(stage.hub.chats).toHaveLength(before);
    await panel.click('button', /^Send all/);
    await panel.waitFor('group', 'Receipt');
    expect(stage.hub.chats).toHaveLength(before + 1);
  });

  it("is Hugging Face's own figure in the popup too, once that may be read", async () => {
    stage.hub.billing.usedNanoUsd = 1_230_000_000;
    await options.bringToFront();
    await options.click('switch', /^Read your billing/);
    await (await stage.browser.signInWindow()).click('button', 'Allow');
    await says(options, /Hugging Face's own count/);
    // As when the browser has been closed: this is kept in memory alone.
    await withStorage(stage, `await storage.session.remove('billingUsages');`);
    const popup = await stage.browser.openPopup();
    await says(popup, /\$1\.23 of \$0\.10 this month/);
    await stage.browser.closePopup();
  });

  it('is billed to the organization that was chosen', async () => {
    await options.bringToFront();
    await options.fill('textbox', /^Ask me when a month/, '');
    await options.press('Tab');
    await options.fill('combobox', 'Paid by', 'Analytical Engine');
    await stage.choose(stage.article, 'p', 'rewrite');
    expect(stage.hub.chats.at(-1)?.billTo).toBe('analytical-engine');
    const panel = await stage.browser.panel();
    await says(panel, /paid by analytical-engine/);
  });
});

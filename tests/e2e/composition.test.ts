import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('composition');
  await stage.signIn();
});
afterAll(() => stage.close());

/** The keydowns that a view has got since the last look, and whether they were of a composition. */
async function heardBy(view: View): Promise<string[]> {
  return view.evaluate<string[]>(`(() => {
    const heard = window.heard ?? [];
    if (!window.heard) {
      const note = (event) => window.heard.push(
        event.key + (event.isComposing || event.keyCode === 229 ? ' composing' : ''),
      );
      addEventListener('keydown', note, true);
    }
    window.heard = [];
    return heard;
  })()`);
}

describe('an input method that composes', () => {
  it('keeps its Enter, Ctrl+Enter and Alt+2 in the text of the popup', async () => {
    const { browser, hub } = stage;
    const before = hub.chats.length;
    const popup = await browser.openPopup();
    await popup.fill('textbox', 'Text', 'Lamps ');
    await heardBy(popup);
    await popup.compose('にほん');
    for (const keys of ['Enter', 'Control+Enter', 'Alt+2']) {
      await popup.press(keys);
      await popup.compose('にほん');
    }
    const heard = await heardBy(popup);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.filter((key) => !key.endsWith(' composing'))).toEqual([]);
    await popup.commitComposition('日本');
    expect(await popup.value('textbox', 'Text')).toContain('日本');
    expect(await popup.has('heading', /^(?:Summarize|Explain)/)).toBe(false);
    expect(hub.chats).toHaveLength(before);
    await popup.press('Control+Enter');
    await popup.waitFor('heading', /^Summarize/);
    await popup.waitUntil('the chat', async () => hub.chats.length === before + 1);
    await popup.waitFor('button', 'Try again');
    await browser.closePopup();
  });

  it('keeps its Enter from asking in the question and in the follow-up', async () => {
    const { browser, hub, article } = stage;
    const popup = await browser.openPopup();
    await popup.fill('textbox', 'Text', 'Lamps burn oil. Lenses bend light.');
    await popup.fill('textbox', 'Question', 'What is ');
    const before = hub.chats.length;
    await popup.compose('らんぷ');
    await popup.press('Enter');
    await popup.compose('らんぷ');
    await popup.press('Control+Enter');
    await popup.commitComposition('ランプ');
    expect(hub.chats).toHaveLength(before);
    await popup.press('Enter');
    await popup.waitFor('heading', /^Ask/);
    await browser.closePopup();

    await stage.choose(article, '#p1', 'summarize');
    const panel = await browser.panel();
    await panel.waitFor('textbox', 'Follow-up question');
    const chats = hub.chats.length;
    await panel.fill('textbox', 'Follow-up question', 'Why ');
    await panel.compose('なに');
    await panel.press('Enter');
    await panel.compose('なに');
    await panel.press('Control+Enter');
    await panel.commitComposition('何');
    expect(await panel.value('textbox', 'Follow-up question')).toContain('何');
    expect(hub.chats).toHaveLength(chats);
    await panel.press('Control+Enter');
    await panel.waitUntil('the chat', async () => hub.chats.length === chats + 1);
    await panel.waitFor('textbox', 'Follow-up question');
  });

  it('keeps its Enter and Escape from choosing a model', async () => {
    const { browser } = stage;
    const popup = await browser.openPopup();
    const model = await popup.value('combobox', 'Model');
    await popup.fill('combobox', 'Model', 'two-');
    await popup.waitFor('option', /two-shops/);
    await popup.compose('sho');
    await popup.press('Enter');
    await popup.waitFor('option', /two-shops/);
    await popup.commitComposition('shops');
    expect(await popup.has('option', /two-shops/)).toBe(true);
    await popup.press('Escape');
    await popup.waitUntil(
      'the model as it was',
      async () => (await popup.value('combobox', 'Model')) === model,
    );
    await browser.closePopup();
  });

  it('is searched for in the history only when it is done', async () => {
    const panel = await stage.browser.panel();
    await panel.click('button', 'History');
    await panel.waitFor('searchbox', 'Search the history');
    await panel.fill('searchbox', 'Search the history', '');
    await panel.compose('zzz');
    await panel.press('Enter');
    expect(await panel.text('main', '')).not.toContain('Nothing found');
    await panel.commitComposition('zzz');
    await panel.waitUntil('the search', async () =>
      (await panel.text('main', '')).includes('Nothing found for "zzz"'),
    );
  });
});

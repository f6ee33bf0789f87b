import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { layoutFaults } from './layout-faults.ts';
import { openStage, type Stage } from './stage.ts';

/** The places of the options page that have an address. */
const PLACES = [
  'account',
  'code',
  'actions',
  'models',
  'privacy',
  'shortcuts',
  'appearance',
  'about',
];

/** What people, pages and servers are called, and what Intl writes, as it has no accents. */
const NAMES =
  /Ada Lovelace|@?\bada\b|Analytical Engine|London Readers|How a lighthouse lens works|abacus|lantern|quill|demo\/[\w-]+|American English|\b(?:ms|AM|PM)\b|\b(?:[\w-]+\.)*(?:huggingface\.(?:co|cloud)|localhost)\b|\b(?:Alt|Ctrl|Shift|Enter|Esc)\b|https?:\/\/[^\s~\]]+/g;

/** The beginning of some words, up to where code fills something in, for a pattern. */
const literal = (words: string) => words.replace(/\{.*/, '').replace(/[[\]]/g, String.raw`\$&`);

interface Language {
  readonly locale: string;
  readonly direction: string;
  /** Whether all of its own letters have accents. */
  readonly isAccented: boolean;
}

describe.each<Language>([
  { locale: 'en-XA', direction: 'ltr', isAccented: true },
  { locale: 'ar-XB', direction: 'rtl', isAccented: false },
])('in $locale, which nobody speaks', ({ locale, direction, isAccented }) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage(`languages-${locale}`, {}, { locale });
  });
  afterAll(() => stage.close());

  /** Every word of ours is translated, is seen whole, and stands where the language begins. */
  async function expectWhole(view: View): Promise<void> {
    const faults = await layoutFaults(view);
    const plain = faults.plain.filter((text) => /[A-Za-z]{2}/.test(text.replace(NAMES, '')));
    expect({ ...faults, plain: isAccented ? plain : [] }).toEqual({
      direction,
      cut: [],
      notMirrored: [],
      plain: [],
    });
  }

  it('the popup of somebody who is signed out is whole', async () => {
    const popup = await stage.browser.openPopup();
    await popup.waitFor('button', stage.word('account.signIn'));
    await expectWhole(popup);
    await stage.browser.closePopup();
  });

  it('the popup and its menu are whole', async () => {
    const { browser, article, word } = stage;
    await stage.signIn();
    await browser.select(article, '#p1');
    const popup = await browser.openPopup();
    await popup.waitFor('button', word('action.summarize'));
    await popup.waitFor('link', word('model.all'));
    await expectWhole(popup);
    await popup.click('button', word('account.menu'));
    await popup.waitFor('menuitem', word('account.signOut'));
    await expectWhole(popup);
    await browser.closePopup();
  });

  it('the panel is whole with an answer, and so is the history', async () => {
    const { browser, article, word } = stage;
    await stage.choose(article, '#p1', 'summarize');
    const panel = await browser.panel();
    await panel.waitFor('group', word('money.receipt'));
    await expectWhole(panel);
    await panel.click('button', word('history.title'));
    await panel.waitFor('searchbox', word('history.search'));
    await panel.waitFor('button', new RegExp(literal(word('history.deleteNamed'))));
    await expectWhole(panel);
    await browser.closePanel();
  });

  it('the panel is whole with an error', async () => {
    const { browser, hub, article, word } = stage;
    const body = { error: 'You have depleted your monthly included credits.' };
    hub.fault({ kind: 'status', path: '/v1/chat/completions', status: 402, body });
    await stage.choose(article, '#p1', 'rewrite');
    const panel = await browser.panel();
    await panel.waitFor('alert', '');
    await panel.waitFor('link', word('error.creditsUsedUp.link'));
    await expectWhole(panel);
    await browser.closePanel();
  });

  it.each(PLACES)('the options are whole at #%s', async (place) => {
    const { browser, word } = stage;
    const options = await browser.openTab(browser.extensionUrl(`options.html#${place}`));
    await options.waitFor(
      'heading',
      word(place === 'code' ? 'device.title' : `options.places.${place}`),
    );
    await expectWhole(options);
    await options.close();
  });

  it('the first run is whole', async () => {
    const { browser } = stage;
    const welcome = await browser.openTab(browser.extensionUrl('welcome.html'));
    await welcome.waitFor('main', '');
    await expectWhole(welcome);
    await welcome.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { CODE } from '../hub/page-kinds.ts';
import { PDF_SENTENCE } from '../hub/pages.ts';
import { sentText } from './sent-text.ts';
import { openStage, type Stage } from './stage.ts';

/** As many lines as no screen shows. */
const MANY = 2_000;
const LONG = Array.from(
  { length: MANY },
  (_, index) => `${'  '.repeat(index % 3)}const lamp${index} = light(${index});`,
).join('\n');

const SECRET = 'correct horse battery';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('pages');
  await stage.signIn();
});
afterAll(() => stage.close());

/** Opens one of the Hub's pages. Under 127.0.0.1, a frame of localhost is a stranger to the extension. */
function open(path: string, host = 'localhost'): Promise<View> {
  const page = new URL(path, stage.hub.articleUrl);
  page.hostname = host;
  return stage.browser.openTab(page.href);
}

/** What the popup has taken from the page in front, when it has taken something. */
async function prefilled(): Promise<string> {
  const popup = await stage.browser.openPopup();
  const text = await popup.waitUntil(
    'the selection',
    async () => (await popup.value('textbox', 'Text')) || undefined,
  );
  await stage.browser.closePopup();
  return text;
}

/** Waits until the popup says this about the page in front, with nothing taken from it. */
async function popupSays(words: string): Promise<void> {
  const popup = await stage.browser.openPopup();
  await popup.waitUntil(`"${words}"`, async () => (await popup.text('main', '')).includes(words));
  expect(await popup.value('textbox', 'Text')).toBe('');
  await stage.browser.closePopup();
}

const focusAndSelect = (field: string) => `(() => {
  const field = ${field};
  field.focus();
  field.select();
})()`;

interface Kind {
  readonly path: string;
  /** Where the menu is opened, and there at which place. */
  readonly selector: string;
  readonly at?: { readonly x: number; readonly y: number };
  readonly text?: string;
  /** Selects in the page; the whole of the element when absent. */
  readonly select?: string;
}

const KINDS: readonly [string, Kind][] = [
  ['plain text', { path: '/kinds/text', selector: 'pre' }],
  ['a page that may load nothing', { path: '/kinds/strict-csp', selector: 'pre' }],
  ['a page with Trusted Types', { path: '/kinds/trusted-types', selector: 'pre' }],
  ['a file in a sandbox', { path: '/kinds/sandbox', selector: 'pre' }],
  ['a text area', { path: '/kinds/fields', selector: '#area' }],
  ['an editable element', { path: '/kinds/fields', selector: '#editable' }],
  [
    "code in GitHub's table of lines",
    { path: '/kinds/table-view', selector: 'tbody', at: { x: 75, y: 10 } },
  ],
  [
    "GitHub's view of a file",
    { path: '/kinds/code-view', selector: 'textarea', at: { x: 110, y: 10 } },
  ],
  ...(['open', 'closed'] as const).flatMap((mode): [string, Kind][] => [
    [
      `a shadow root that is ${mode}`,
      {
        path: '/kinds/shadow',
        selector: `#${mode}`,
        at: { x: 30, y: 25 },
        select: `(() => {
          const text = roots.${mode}.querySelector('pre').firstChild;
          const selection = roots.${mode}.getSelection?.() ?? getSelection();
          selection.setBaseAndExtent(text, 0, text, text.length);
        })()`,
      },
    ],
    [
      `a text area in a shadow root that is ${mode}`,
      {
        path: '/kinds/shadow',
        selector: `#${mode}`,
        at: { x: 30, y: 180 },
        select: focusAndSelect(`roots.${mode}.querySelector('textarea')`),
      },
    ],
  ]),
  [
    'ProseMirror',
    {
      path: `/kinds/prose-mirror?lines=${MANY}`,
      selector: '#editor',
      at: { x: 60, y: 25 },
      text: `The lamp was lit at sunset.\n\n${LONG}`,
      select: 'selectEverything()',
    },
  ],
  [
    'CodeMirror, which draws only the lines in view',
    {
      path: `/kinds/code-mirror?lines=${MANY}`,
      selector: '#editor',
      at: { x: 120, y: 25 },
      text: LONG,
      select: 'selectEverything()',
    },
  ],
];

describe('[BR-03] a selection that the page gives whole', () => {
  it.each(KINDS)('[R35] [R38] is read with its lines in %s', async (_title, kind) => {
    const { path, selector, at, select, text = CODE } = kind;
    const tab = await open(path);
    if (select)
      await tab.waitUntil('the page', () => tab.evaluate(`${select}, true`).catch(() => false));
    else await stage.browser.select(tab, selector);
    // Not by toBe, which would print both.
    expect((await prefilled()) === text).toBe(true);
    await stage.chooseOnSelection(tab, selector, 'summarize', at && { at });
    expect(sentText(stage.hub) === text).toBe(true);
    await tab.close();
  });

  it('[R35] is read with its lines in a frame of the same origin', async () => {
    const tab = await open('/kinds/frames', '127.0.0.1');
    await tab.evaluate("document.querySelector('#same').focus()");
    await stage.browser.pressShortcut('ctrl+a');
    expect(await prefilled()).toBe(CODE);
    await stage.chooseOnSelection(tab, '#same', 'summarize', { at: { x: 60, y: 30 } });
    expect(sentText(stage.hub)).toBe(CODE);
    await tab.close();
  });

  it.each(['', '&input=textarea'])(
    'is read whole from Monaco, by the popup (%s)',
    async (query) => {
      const tab = await open(`/kinds/monaco?lines=${MANY}${query}`);
      await tab.waitUntil('the editor', () =>
        tab.evaluate('selectEverything(), true').catch(() => false),
      );
      expect((await prefilled()) === LONG).toBe(true);
      // The line of the caret, which Monaco would copy then, is not selected.
      await tab.evaluate('selectNothing()');
      await popupSays('Nothing is selected on this page.');
      await tab.close();
    },
  );

  it('is read from an editor that draws on a canvas, when it answers as to a copy', async () => {
    const tab = await open('/kinds/canvas?copies');
    expect(await prefilled()).toBe(CODE);
    await tab.close();
  });
});

describe('[BR-03] a selection that cannot be read whole', () => {
  it('is said to be a part when the editor keeps back what is out of view', async () => {
    const { browser, hub } = stage;
    const tab = await open(`/kinds/code-mirror?silent&lines=${MANY}`);
    await tab.waitUntil('the editor', () =>
      tab.evaluate('selectEverything(), true').catch(() => false),
    );
    const popup = await browser.openPopup();
    await popup.waitUntil('the note', async () =>
      (await popup.text('main', '')).includes('Only a part of your selection could be read.'),
    );
    await browser.closePopup();
    await stage.chooseOnSelection(tab, '#editor', 'summarize', { at: { x: 120, y: 25 } });
    const sent = sentText(hub);
    expect(sent.length).toBeLessThan(LONG.length);
    const panel = await browser.panel();
    await panel.waitUntil('the note', async () =>
      (await panel.text('main', '')).includes(
        `Only these ${sent.length.toLocaleString('en')} characters of your selection could be read.`,
      ),
    );
    await tab.close();
  });

  it('[R36] arrives from a frame of another origin by the menu, and the popup says why it does not there', async () => {
    const tab = await open('/kinds/frames', '127.0.0.1');
    await tab.evaluate("document.querySelector('#other').focus()");
    await stage.browser.pressShortcut('ctrl+a');
    await popupSays('Companion may not read this.');
    await stage.chooseOnSelection(tab, '#other', 'summarize', { at: { x: 60, y: 30 } });
    // Chromium passes spaces instead of the lines.
    expect(sentText(stage.hub).replaceAll(/\s+/g, ' ')).toBe(CODE.replaceAll(/\s+/g, ' '));
    await tab.close();
  });

  it.each([
    ['an editor that draws on a canvas', '/kinds/canvas', 'This editor draws its own text'],
    ['a page without a selection', '/kinds/code', 'Nothing is selected on this page.'],
  ])('is not there in %s, and the popup says so', async (_title, path, words) => {
    const tab = await open(path);
    await popupSays(words);
    await tab.close();
  });

  it("[R39] arrives from the browser's own page by the menu, and the popup says why it does not there", async () => {
    const { url, selector } = stage.ownPage;
    const tab = await stage.browser.openTab(url);
    await stage.browser.select(tab, selector);
    await popupSays('Companion may not read this.');
    await stage.chooseOnSelection(tab, selector, 'summarize');
    expect(sentText(stage.hub)).not.toBe('');
    await tab.close();
  });

  it('[R37] arrives from a PDF by the menu, and the popup says why it does not there', async () => {
    // Without the panel beside it the viewer draws the sentence of this page there, and a click elsewhere would deselect it.
    await stage.browser.closePanel();
    const tab = await open('/pdf');
    // The viewer tells nobody when it is ready, so the whole gesture is tried again.
    await tab.waitUntil(
      'an action on the selection',
      async () => {
        await tab.evaluate('document.body.focus()');
        await stage.browser.pressShortcut('ctrl+a');
        return await stage
          .chooseOnSelection(tab, 'body', 'summarize', { at: stage.pdfSentence })
          .then(
            () => true,
            () => false,
          );
      },
      45_000,
    );
    expect(sentText(stage.hub)).toBe(PDF_SENTENCE);
    await popupSays('Companion may not read this.');
    await tab.close();
  });
});

describe('[R38] a field with a secret', () => {
  it('is never read by the popup', async () => {
    const { browser } = stage;
    const tab = await open('/kinds/secrets');
    for (const field of ['#password', '#current', '#new', '#masked']) {
      await browser.select(tab, field);
      await popupSays('Text in password fields is never read.');
    }
    await tab.close();
  });

  it('is never read by the popup in a shadow root, open or closed', async () => {
    const tab = await open('/kinds/shadow');
    for (const mode of ['open', 'closed']) {
      await tab.evaluate(focusAndSelect(`roots.${mode}.querySelector('input')`));
      await popupSays('Text in password fields is never read.');
    }
    await tab.close();
  });

  it('sends nothing by the menu, though the browser passes its text', async () => {
    const { browser, hub } = stage;
    const tab = await open('/kinds/secrets');
    for (const field of ['#current', '#new', '#masked']) {
      await stage.choose(tab, '#plain', 'summarize');
      expect(sentText(hub)).toBe('The lamp was lit at sunset.');
      const chats = hub.chats.length;
      await stage.choose(tab, field, 'summarize', {
        arrived: async () => (await browser.panel()).has('alert', ''),
      });
      expect(hub.chats).toHaveLength(chats);
      expect(await (await browser.panel()).text('main', '')).not.toContain(SECRET);
    }
    expect(JSON.stringify(hub.chats)).not.toContain(SECRET);
    await tab.close();
  });
});

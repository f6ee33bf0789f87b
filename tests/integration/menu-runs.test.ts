import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();

it('[R45] has one menu item for each action, for selections, after an update too', async () => {
  const { extension } = companion;
  const onInstalled = fakeBrowser.runtime.onInstalled as unknown as {
    trigger(details: object): Promise<unknown>;
  };
  await onInstalled.trigger({ reason: 'update' });
  await vi.waitFor(() => expect(extension.menuItems).toHaveLength(6), WAIT);
  const ids = extension.menuItems.map(({ id }) => id);
  expect(ids).toEqual([
    'summarize',
    'card:explain',
    'card:translate',
    'rewrite',
    'fix-grammar',
    'ask',
  ]);
  for (const { contexts, title } of extension.menuItems) {
    expect(contexts).toEqual(['selection']);
    expect(title).not.toBe('');
  }
});

it('[R40] opens the panel within the gesture', () => {
  const { extension } = companion;
  extension.clickMenu('summarize', PARAGRAPH);
  // Nothing was awaited since the click.
  expect(extension.openedPanels).toEqual([1]);
});

it('[R40] opens the sidebar where there is no side panel', () => {
  const open = vi.fn(() => Promise.resolve());
  Object.assign(fakeBrowser, { sidePanel: undefined, sidebarAction: { open } });
  companion.extension.clickMenu('summarize', PARAGRAPH);
  expect(open).toHaveBeenCalledOnce();
});

it('streams the answer to the panel, piece by piece', async () => {
  const { extension } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  extension.clickMenu('summarize', PARAGRAPH);
  const run = await panel.waitFor('done');
  expect(run).toMatchObject({
    action: 'summarize',
    quote: PARAGRAPH,
    textLength: PARAGRAPH.length,
    sentCharacters: PARAGRAPH.length,
    choice: { model: 'demo/extractive' },
    state: { kind: 'done', finish: 'stop' },
  });
  expect(run.answer).toBe(companion.hub.chats[0]?.sentText);
  expect(panel.events.filter(({ kind }) => kind === 'delta').length).toBeGreaterThan(3);
});

it.each(['translate', 'rewrite', 'fix-grammar', 'explain'])('does %s', async (action) => {
  const { extension, hub } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  extension.clickMenu(action, PARAGRAPH);
  await panel.waitFor('done');
  expect(hub.chats).toHaveLength(1);
  expect(companion.sentText()).toBe(PARAGRAPH);
});

it.each(['paste', '', 'Summarize', 'toString'])('does nothing for the menu item %o', async (id) => {
  const { extension } = companion;
  const panel = extension.attach(1);
  extension.clickMenu(id, PARAGRAPH);
  await extension.network.settle();
  expect(panel.events).toEqual([{ kind: 'snapshot', run: null, earlier: [], viewer: null }]);
  expect(extension.openedPanels).toEqual([]);
});

it('[R35] reads the selection again and keeps its lines and indentation', async () => {
  const { extension } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  extension.pageSelection = '    if (a) {\r\n      b();\r\n    }\n\n\tend\n';
  extension.clickMenu('explain', 'if (a) { b(); } end', { frameId: 3 });
  await panel.waitFor('done');
  expect(companion.sentText()).toBe('    if (a) {\n      b();\n    }\n\n\tend');
  expect(extension.readTargets).toEqual([{ tabId: 1, frameIds: [3] }]);
});

it.each([
  ['[R36] a frame of another origin', new Error('Cannot access contents of the page.')],
  ['[R39] a restricted page', new Error('Cannot access a chrome:// URL')],
  ['[R39] a gallery', new Error('The extensions gallery cannot be scripted.')],
  ['[R39] a page without permission in Firefox', new Error('Missing host permission for the tab')],
  ['[R37] a PDF', ''],
  ['a page that has lost its selection', ' \n '],
  ['a page where less is selected by now', 'A lighthouse'],
])('uses what the browser passed for %s', async (_what, pageSelection) => {
  const { extension } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  extension.pageSelection = pageSelection;
  extension.clickMenu('summarize', PARAGRAPH);
  expect(await panel.waitFor('done')).toMatchObject({ isSelectionCut: false });
  expect(companion.sentText()).toBe(PARAGRAPH);
});

it('[R34] says that Firefox has cut the selection at 16,384 characters', async () => {
  const { extension } = companion;
  const panel = extension.attach(1);
  extension.clickMenu('summarize', 'x'.repeat(16_384));
  expect(await panel.waitForHold('sign-in')).toMatchObject({
    isSelectionCut: true,
    textLength: 16_384,
  });
});

it('[R34] sends no half of an emoji that Firefox has cut through', async () => {
  const { extension } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  extension.clickMenu('summarize', `${'Word. '.repeat(2730)}abc\u{1f680}`.slice(0, 16_384));
  expect(await panel.waitFor('done')).toMatchObject({ isSelectionCut: true });
  expect(companion.sentText()).toMatch(/Word\. abc\ufffd$/);
});

it('[R34] has the whole of a selection that Firefox has cut, where the page can be read', async () => {
  const { extension } = companion;
  const panel = extension.attach(1);
  extension.pageSelection = 'x'.repeat(20_000);
  extension.clickMenu('summarize', 'x'.repeat(16_384));
  expect(await panel.waitForHold('sign-in')).toMatchObject({
    isSelectionCut: false,
    textLength: 20_000,
  });
});

it.each(['', ' ', '\n\t \u00a0\n'])('has nothing to send for a selection of %o', async (text) => {
  const { extension, hub } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  extension.pageSelection = text;
  extension.clickMenu('summarize', text);
  const { state } = await panel.waitFor('failed');
  expect(state).toEqual({ kind: 'failed', error: { kind: 'no-text' } });
  expect(hub.chats).toEqual([]);
});

it('waits for the sign-in, and sends the same text after it', async () => {
  const { extension, hub } = companion;
  const panel = extension.attach(1);
  extension.clickMenu('summarize', PARAGRAPH);
  const held = await panel.waitForHold('sign-in');
  expect(companion.requests('/v1/chat')).toEqual([]);
  await extension.signIn();
  const run = await panel.waitFor('done');
  expect(run.id).toBe(held.id);
  expect(hub.chats).toHaveLength(1);
  expect(companion.sentText()).toBe(PARAGRAPH);
});

it('goes on waiting after a sign-in that failed', async () => {
  const { extension } = companion;
  const panel = extension.attach(1);
  extension.clickMenu('summarize', PARAGRAPH);
  await panel.waitForHold('sign-in');
  extension.decision = 'Deny';
  await extension.failToSignIn();
  expect(panel.run?.state).toEqual({ kind: 'held', by: 'sign-in' });
  extension.decision = 'Allow';
  await extension.signIn();
  await panel.waitFor('done');
});

const WINDOW = 'chrome-extension://test-extension-id/sidepanel.html?window=1';

it('[R40] opens a window when the panel is refused', async () => {
  const { extension } = companion;
  extension.panelOpens = false;
  extension.clickMenu('summarize', PARAGRAPH);
  await vi.waitFor(() => expect(extension.openedWindows).toEqual([WINDOW]), WAIT);
});

it('[R40] opens a window when the panel opens and shows nothing', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { extension } = companion;
  extension.attach(2);
  extension.clickMenu('summarize', PARAGRAPH);
  await vi.advanceTimersByTimeAsync(999);
  expect(extension.openedWindows).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(extension.openedWindows).toEqual([WINDOW]);
});

it('[R40] brings the window that stands in for the panel to the front, instead of opening another', async () => {
  const { extension } = companion;
  extension.panelOpens = false;
  const page = { id: 'test-extension-id', origin: 'chrome-extension://test-extension-id' };
  extension.attach(1, { ...page, tab: { id: 9, windowId: 7 } });
  extension.clickMenu('summarize', PARAGRAPH);
  await vi.waitFor(() => expect(extension.focusedWindows).toEqual([7]), WAIT);
  expect(extension.openedWindows).toEqual([]);
});

it.each(['before', 'after'])(
  'opens no window for a panel that attaches %s the click',
  async (when) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { extension } = companion;
    if (when === 'before') extension.attach(1);
    extension.clickMenu('summarize', PARAGRAPH);
    await vi.advanceTimersByTimeAsync(900);
    if (when === 'after') extension.attach(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(extension.openedPanels).toEqual([1]);
    expect(extension.openedWindows).toEqual([]);
  },
);

it('[R47] hears a click that woke the background', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.startBackground();
  extension.clickMenu('summarize', PARAGRAPH);
  const panel = extension.attach(1);
  await panel.waitFor('done');
});

it.each([
  ['explain', 'lens', true],
  ['explain', 'a lens of glass', false],
  ['translate', 'lens', false],
])('to %s "%s" sends the sentence around it: %s', async (action, text, isSent) => {
  const { extension, hub } = companion;
  await extension.signIn();
  extension.pageSelection = text;
  extension.pageSentence = `It has ${text} and more.`;
  const panel = extension.attach(1);
  extension.clickMenu(action, text);
  const run = await panel.waitFor('done');
  const content = String(hub.chats[0]?.messages.at(-1)?.content);
  expect(content.includes('It has lens and more.')).toBe(isSent);
  expect(content.includes('<<<SENTENCE')).toBe(isSent);
  expect(run.surroundings !== null).toBe(isSent);
});

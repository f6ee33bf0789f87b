import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PopupApp } from '@/entrypoints/popup/popup-app';
import { bareModel } from '../support/chat-models';
import { ADA, fakeAppModel, FakeBackground, fakeRunModel } from '../support/fake-background';
import { Page } from '../support/page';

const SELECTED = 'Lamps burn oil. '.repeat(50).trim();
const UNSERVED = 'no provider serves it now';

beforeEach(() => {
  // oxlint-disable-next-line no-new -- it fills in the browser's APIs
  new FakeBackground();
});

async function open(app = fakeAppModel(ADA)) {
  const page = await Page.open(<PopupApp app={app} runs={fakeRunModel()} windowId={1} />);
  return { page, app };
}

describe('the text box of the popup', () => {
  it('shows the beginning of what is selected, with the caret there', async () => {
    Object.assign(fakeBrowser.tabs, { query: () => Promise.resolve([{ id: 7 }]) });
    const executeScript = () =>
      Promise.resolve([{ result: { kind: 'text', text: SELECTED, isCut: false } }]);
    Object.assign(fakeBrowser, { scripting: { executeScript } });
    const { page } = await open();
    const box = page.field('textbox', 'Text');
    await vi.waitFor(() => expect(box.value).toBe(SELECTED));
    await vi.waitFor(() => expect([box.selectionStart, box.selectionEnd]).toEqual([0, 0]));
  });

  it('leaves the caret where the person types', async () => {
    const { page } = await open();
    const box = page.field('textbox', 'Text');
    await page.type(box, 'Lenses');
    expect(box.selectionStart).toBe('Lenses'.length);
  });
});

describe('a private model that is chosen', () => {
  it.each([
    [0, true],
    [1, false],
  ])('with %i providers is called unserved: %s', async (liveProviders, isSaid) => {
    const app = fakeAppModel(ADA);
    app.privateModels.value = [bareModel('ada/note-g', { liveProviders, isPrivate: true })];
    const { page } = await open(app);
    // The choice of models is loaded when it is first drawn.
    await vi.waitFor(() => page.get('combobox', 'Model'));
    expect(page.root.textContent).not.toContain(UNSERVED);
    await act(() => {
      // The choice as it is kept: its id alone.
      app.model.value = bareModel('ada/note-g', { liveProviders: 0 });
    });
    // The line of the model comes a moment later.
    await vi.waitFor(() => expect(page.root.textContent).toContain('All models'), 10_000);
    expect(page.root.textContent?.includes(UNSERVED)).toBe(isSaid);
  });
});

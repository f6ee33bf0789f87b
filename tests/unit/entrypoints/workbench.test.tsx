import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PopupApp } from '@/entrypoints/popup/popup-app';
import { bareModel } from '../support/chat-models';
import { ADA, fakeAppModel, FakeBackground, fakeRunModel } from '../support/fake-background';
import { Page } from '../support/page';

const SELECTED = 'Lamps burn oil. '.repeat(50).trim();
const UNSERVED = 'no provider serves it now';

let background: FakeBackground;

beforeEach(() => {
  background = new FakeBackground();
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

describe('an action that is chosen before the selection has been read', () => {
  /** A page that tells its selection when the test says so. */
  async function openOn(text: string) {
    let tell: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    const executeScript = async () => {
      await told;
      return [{ result: text === '' ? { kind: 'none' } : { kind: 'text', text, isCut: false } }];
    };
    Object.assign(fakeBrowser.tabs, { query: () => Promise.resolve([{ id: 7 }]) });
    Object.assign(fakeBrowser, { scripting: { executeScript } });
    return { ...(await open()), tell };
  }

  it('waits for it', async () => {
    const { page, tell } = await openOn(SELECTED);
    await page.press('Explain');
    expect(background.count('run.start')).toBe(0);
    await act(tell);
    await vi.waitFor(() => expect(background.count('run.start')).toBe(1));
    expect(page.all('alert')).toEqual([]);
  });

  it('is the last one, however many were', async () => {
    const { page, tell } = await openOn(SELECTED);
    await page.press('Explain');
    await page.press('Rewrite');
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    await act(tell);
    await vi.waitFor(() => expect(background.count('run.start')).toBe(1));
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ action: 'rewrite' }));
  });

  it('is not done with what is typed after it', async () => {
    const { page, tell } = await openOn(SELECTED);
    await page.press('Explain');
    await page.type(page.field('textbox', 'Text'), 'Le');
    await act(tell);
    await page.press('Summarize');
    await vi.waitFor(() => expect(background.count('run.start')).toBe(1));
  });

  it('asks for text where nothing is selected, until there is some', async () => {
    const { page, tell } = await openOn('');
    await page.press('Explain');
    expect(page.all('alert')).toEqual([]);
    await act(tell);
    await vi.waitFor(() => expect(page.get('alert').textContent).toContain('There is no text'));
    await page.type(page.field('textbox', 'Text'), 'Lenses');
    expect(page.all('alert')).toEqual([]);
  });

  it('asks for text where the selection was taken out again', async () => {
    const { page, tell } = await openOn(SELECTED);
    await act(tell);
    const box = page.field('textbox', 'Text');
    await vi.waitFor(() => expect(box.value).toBe(SELECTED));
    await page.type(box, '');
    await page.press('Explain');
    await vi.waitFor(() => page.get('alert'));
  });

  it('asks for text where the page does not answer, until it does', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { page, tell } = await openOn(SELECTED);
    await page.press('Explain');
    await act(() => void vi.runAllTimers());
    vi.useRealTimers();
    await vi.waitFor(() => expect(page.get('alert').textContent).toContain('There is no text'));
    await act(tell);
    await vi.waitFor(() => expect(page.all('alert')).toEqual([]));
    expect(background.count('run.start')).toBe(0);
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

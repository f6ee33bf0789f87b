import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openHistory, SEARCH } from '../../support/history-page';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the search', () => {
  const pause = () => act(() => void vi.advanceTimersByTime(150));

  it('has the focus, and searches once the person pauses', async () => {
    const { page, model } = await openHistory([]);
    const field = page.field('searchbox', SEARCH);
    expect(document.activeElement).toBe(field);
    await page.type(field, 'le');
    await page.type(field, 'lens');
    expect(model.search).not.toHaveBeenCalled();
    await pause();
    expect(model.search.mock.calls).toEqual([['lens']]);
  });

  it('searches at once by Enter, and not again after the pause', async () => {
    const { page, model } = await openHistory([]);
    const field = page.field('searchbox', SEARCH);
    await page.type(field, 'lens');
    await act(() => field.form?.requestSubmit());
    await pause();
    expect(model.search.mock.calls).toEqual([['lens']]);
  });

  it('waits for an input method to end its composition', async () => {
    const { page, model } = await openHistory([]);
    const field = page.field('searchbox', SEARCH);
    await act(() => {
      field.value = 'にほ';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    });
    await pause();
    expect(model.search).not.toHaveBeenCalled();
    expect((await page.key(field, { key: 'Escape', isComposing: true })).defaultPrevented).toBe(
      false,
    );
    expect(field.value).toBe('にほ');
    // An Enter that nobody prevents submits the form.
    const enter = await page.key(field, { key: 'Enter', isComposing: true });
    expect(enter.defaultPrevented).toBe(true);
    expect((await page.key(field, { key: 'Enter' })).defaultPrevented).toBe(false);
    await act(() => {
      field.value = '日本';
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });
    await pause();
    expect(model.search.mock.calls).toEqual([['日本']]);
  });

  it('is emptied by Escape, which then goes on to nobody else; an empty one lets it pass', async () => {
    const { page, model } = await openHistory([]);
    const field = page.field('searchbox', SEARCH);
    await page.type(field, 'lens');
    expect((await page.key(field, { key: 'Escape' })).defaultPrevented).toBe(true);
    expect(field.value).toBe('');
    expect(model.search.mock.calls).toEqual([['']]);
    expect((await page.key(field, { key: 'Escape' })).defaultPrevented).toBe(false);
  });
});

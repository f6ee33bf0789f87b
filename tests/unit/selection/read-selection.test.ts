// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readActiveTabSelection, readSelection } from '@/utils/selection/read-selection';

let targets: unknown[];

/** The frames answer with these, or the page refuses. */
function fakePage(results: unknown[] | Error): void {
  targets = [];
  const executeScript = ({ target }: { target: unknown }) => {
    targets.push(target);
    return results instanceof Error
      ? Promise.reject(results)
      : Promise.resolve(results.map((result) => ({ result })));
  };
  Object.assign(fakeBrowser, { scripting: { executeScript } });
}

function fakeActiveTabs(tabs: object[]): void {
  Object.assign(fakeBrowser, { tabs: { query: () => Promise.resolve(tabs) } });
}

describe('readSelection', () => {
  it('[R35] reads the frame of the click again, for its lines', async () => {
    fakePage(['a\nb']);
    expect(await readSelection({ tabId: 1, frameId: 7 }, 'a b')).toEqual({
      text: 'a\nb',
      isCut: false,
    });
    expect(targets).toEqual([{ tabId: 1, frameIds: [7] }]);
  });

  it.each([
    ['refuses', new Error('Cannot access contents of the page')],
    ['answers nothing', []],
    ['answers null, as a frame that failed does', [null]],
    ['answers no text', [{ text: 'b' }]],
  ])('keeps the passed text where the page %s', async (_title, results) => {
    fakePage(results);
    expect((await readSelection({ tabId: 1, frameId: 0 }, 'a b')).text).toBe('a b');
  });

  it.each([
    ['without a tab', undefined],
    ['outside of tabs', -1],
  ])('reads nothing %s', async (_title, tabId) => {
    fakePage(['other']);
    expect((await readSelection({ tabId, frameId: 0 }, 'a b')).text).toBe('a b');
    expect(targets).toEqual([]);
  });
});

describe('readActiveTabSelection', () => {
  it('takes the longest selection of all frames', async () => {
    fakeActiveTabs([{ id: 3 }]);
    fakePage(['', 'short', 'a longer one', null]);
    expect(await readActiveTabSelection()).toBe('a longer one');
    expect(targets).toEqual([{ tabId: 3, allFrames: true }]);
  });

  it.each([
    ['there is no tab', []],
    ['the tab has no id', [{}]],
  ])('is empty when %s', async (_title, tabs) => {
    fakeActiveTabs(tabs);
    fakePage(['other']);
    expect(await readActiveTabSelection()).toBe('');
  });
});

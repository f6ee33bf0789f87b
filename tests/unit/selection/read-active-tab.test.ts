// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FrameSelection } from '@/utils/selection/frame-selection';
import { readActiveTab } from '@/utils/selection/read-active-tab';

let targets: unknown[];

function fakePage(frames: FrameSelection[] | Error, tabs: object[] = [{ id: 3 }]): void {
  targets = [];
  const executeScript = ({ target }: { target: unknown }) => {
    targets.push(target);
    return frames instanceof Error
      ? Promise.reject(frames)
      : Promise.resolve(frames.map((result) => ({ result })));
  };
  Object.assign(fakeBrowser, {
    scripting: { executeScript },
    tabs: { query: () => Promise.resolve(tabs) },
  });
}

const text = (of: string, isCut = false): FrameSelection => ({ kind: 'text', text: of, isCut });
const only = (kind: 'none' | 'secret' | 'drawn' | 'foreign'): FrameSelection => ({ kind });

describe('readActiveTab', () => {
  it('takes the longest selection of all frames, and has nothing to say', async () => {
    fakePage([only('none'), text('short'), text('a longer one'), only('drawn')]);
    expect(await readActiveTab()).toEqual({ text: 'a longer one' });
    expect(targets).toEqual([{ tabId: 3, allFrames: true }]);
  });

  it('says that it is a part when the frame of the longest gave a part', async () => {
    fakePage([text('short'), text('a longer one', true)]);
    expect(await readActiveTab()).toEqual({ text: 'a longer one', note: 'part' });
    fakePage([text('short', true), text('a longer one')]);
    expect(await readActiveTab()).toEqual({ text: 'a longer one' });
  });

  it.each<[string, FrameSelection[] | Error]>([
    ['none', [only('none'), only('none')]],
    ['secret', [only('none'), only('secret'), only('foreign')]],
    ['drawn', [only('none'), only('drawn')]],
    ['unreadable', [only('none'), only('foreign')]],
    ['unreadable', []],
    ['unreadable', new Error('Cannot access a chrome:// URL')],
  ])('has no text and says "%s" of %j', async (note, frames) => {
    fakePage(frames);
    expect(await readActiveTab()).toEqual({ text: '', note });
  });

  it.each([
    ['there is no tab', []],
    ['the tab has no id', [{}]],
  ])('reads nothing when %s', async (_title, tabs) => {
    fakePage([text('another')], tabs);
    expect(await readActiveTab()).toEqual({ text: '', note: 'unreadable' });
    expect(targets).toEqual([]);
  });
});

// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FrameSelection } from '@/utils/selection/frame-selection';
import { readSelection, withSurroundings } from '@/utils/selection/read-selection';

const REFUSAL = new Error('Cannot access contents of the page');

let injections: unknown[];
/** What each try to read the page gives; the last one stands. */
let answers: (unknown[] | Error)[];

beforeEach(() => {
  injections = [];
  const executeScript = (injection: unknown) => {
    injections.push(injection);
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  Object.assign(fakeBrowser, { scripting: { executeScript } });
});

function frameAnswers(result: FrameSelection): void {
  answers = [[{ result }]];
}

const PLACE = { tabId: 1, frameId: 7 };

describe('readSelection', () => {
  it('[R35] reads the frame of the click again, for its lines', async () => {
    frameAnswers({ kind: 'text', text: 'a\nb', isCut: false });
    expect(await readSelection(PLACE, 'a b')).toEqual({ text: 'a\nb', isCut: false });
    expect(injections).toEqual([
      {
        target: { tabId: 1, frameIds: [7] },
        files: ['/selection-of-frame.js'],
        injectImmediately: true,
      },
    ]);
  });

  it('[R35] asks once more where the browser refuses at first, as Chromium can just after the click', async () => {
    answers = [REFUSAL, [{ result: { kind: 'text', text: 'a\nb', isCut: false } }]];
    expect((await readSelection(PLACE, 'a b')).text).toBe('a\nb');
  });

  it.each([
    ['refuses', REFUSAL],
    ['answers nothing', []],
    ['answers null, as a frame that failed does', [{ result: null }]],
    ['answers undefined, as pages of Firefox do', [undefined]],
    ['has no selection', [{ result: { kind: 'none' } }]],
    ['cannot look into what has the focus', [{ result: { kind: 'foreign' } }]],
  ])('keeps the passed text where the page %s', async (_title, answer) => {
    answers = [answer];
    expect(await readSelection(PLACE, 'a b')).toEqual({ text: 'a b', isCut: false });
  });

  it.each([
    ['without a tab', undefined],
    ['outside of tabs', -1],
  ])('reads nothing %s', async (_title, tabId) => {
    frameAnswers({ kind: 'text', text: 'another', isCut: false });
    expect((await readSelection({ tabId, frameId: 0 }, 'a b')).text).toBe('a b');
    expect(injections).toEqual([]);
  });

  it.each<[string, FrameSelection]>([
    ['the page gave a part', { kind: 'text', text: 'a b', isCut: true }],
    ['an editor gave nothing', { kind: 'drawn' }],
  ])('[R34] says that it is cut when %s', async (_title, frame) => {
    frameAnswers(frame);
    expect(await readSelection(PLACE, 'a b')).toEqual({ text: 'a b', isCut: true });
  });

  it('[R38] withholds the text of a password field, though the browser passed it', async () => {
    frameAnswers({ kind: 'secret' });
    expect(await readSelection(PLACE, 'correct horse')).toEqual({
      text: '',
      isCut: false,
      withheld: 'secret-field',
    });
  });

  it('[R38] withholds the text of a field that nobody could look at', async () => {
    answers = [REFUSAL];
    expect(await readSelection({ ...PLACE, isEditable: true }, 'correct horse')).toEqual({
      text: '',
      isCut: false,
      withheld: 'unseen-field',
    });
  });

  it('hands on the sentence of a word, not of what the browser passed instead', async () => {
    frameAnswers({ kind: 'text', text: 'lens', isCut: false, sentence: 'A lens.' });
    expect(await readSelection(PLACE, 'lens')).toMatchObject({ sentence: 'A lens.' });
    expect(await readSelection(PLACE, 'another one')).not.toHaveProperty('sentence');
  });
});

describe('withSurroundings', () => {
  it('adds at most 120 characters of the title, and nothing where there is no sentence', () => {
    const read = { text: 'lens', sentence: 'A lens.' };
    expect(withSurroundings(read, 'x'.repeat(500))).toEqual({
      text: 'lens',
      surroundings: { sentence: 'A lens.', title: 'x'.repeat(120) },
    });
    expect(withSurroundings({ text: 'lens' }, 'Lamps')).toEqual({ text: 'lens' });
  });
});

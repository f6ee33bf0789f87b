import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { RunState } from '@/utils/runs/run';
import { openRun } from '../support/opened-run';

const DONE: RunState = { kind: 'done', finish: 'stop' };
const CONFIRMATION: RunState = {
  kind: 'held',
  by: 'confirmation',
  reason: 'cut',
  sendCharacters: 5,
  costUsd: 0.02,
};
const NOT_SERVED: RunState = {
  kind: 'failed',
  error: { kind: 'model-not-supported', model: 'org/model', nearest: 'org/other' },
};
const FAILED: RunState = { kind: 'failed', error: { kind: 'stream-cut' } };

describe('RunView, its controls', () => {
  it('offers to copy as soon as there is text', async () => {
    const { page, answer } = await openRun();
    expect(page.all('button', 'Copy')).toEqual([]);
    await act(() => {
      answer.value = 'A';
    });
    expect(page.all('button', 'Copy')).toHaveLength(1);
  });

  it('calls its controls', async () => {
    const going = await openRun();
    await going.page.press('Stop');
    expect(going.done).toEqual(['stop']);
    const ended = await openRun({ state: DONE });
    await ended.page.press('Try again');
    expect(ended.done).toEqual(['retry']);
  });

  it('alerts to a failure, in words', async () => {
    const { page } = await openRun({ state: FAILED, answer: 'A le' });
    expect(page.get('alert').textContent).toBe(
      'The answer was cut offThe connection ended before the answer did. What had arrived is kept; continue from there, or try again.',
    );
  });

  it.each(['session-expired', 'signed-out'] as const)(
    'shows the gate below its notice when it failed by %s',
    async (kind) => {
      const { page } = await openRun({ state: { kind: 'failed', error: { kind } }, answer: 'A' });
      expect(page.names('button')).toEqual([
        'The gate',
        'Continue',
        'Try again',
        'Copy',
        'Copy as…',
      ]);
      const [gate] = page.all('button', 'The gate');
      expect(page.get('alert').nextElementSibling).toBe(gate);
    },
  );

  it('shows no gate where a sign-in would not help', async () => {
    const { page } = await openRun({ state: FAILED, answer: 'A' });
    expect(page.all('button', 'The gate')).toEqual([]);
  });

  it.each<[string, RunState]>([
    ['Stop', { kind: 'streaming' }],
    ['Try again', DONE],
    ['Cancel', { kind: 'held', by: 'sign-in' }],
    ['Cancel', CONFIRMATION],
    ['Ask', { kind: 'held', by: 'question' }],
  ])('keeps the focus in the run when %s goes away', async (name, state) => {
    const { page } = await openRun({ state });
    page.get('button', name).focus();
    await page.press(name);
    expect(document.activeElement).toBe(page.root.querySelector('article'));
  });

  it.each<[string, string, RunState]>([
    ['Use org/other', 'use org/other', NOT_SERVED],
    ['Allow', 'grant inference-api', { kind: 'held', by: 'scope' }],
    ['Allow', 'allow a.example', { kind: 'held', by: 'host-access', host: 'a.example' }],
  ])('keeps the focus in the run when %s goes away with its notice', async (name, asked, state) => {
    const { page, done, turnInto } = await openRun({ state });
    page.get('button', name).focus();
    await page.press(name);
    expect(done.join()).toBe(asked);
    await turnInto({ state: { kind: 'preparing' } });
    expect(page.all('button', name)).toEqual([]);
    expect(document.activeElement).toBe(page.root.querySelector('article'));
  });

  it('says below its controls why one of them could not be done, until the next or another run', async () => {
    const { page, turnInto } = await openRun({ state: DONE }, false, { kind: 'run-gone' });
    await page.press('Try again');
    const notice = page.get('alert');
    expect(notice.textContent).toContain('This run is no longer in memory');
    const controls = page.get('button', 'Try again').compareDocumentPosition(notice);
    expect(controls & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await turnInto({ id: 'another', state: DONE });
    expect(page.all('alert')).toEqual([]);
  });

  it('is named after what it does, for whom the focus is there', async () => {
    const { page } = await openRun({ state: DONE });
    const article = page.root.querySelector('article');
    expect(article?.tabIndex).toBe(-1);
    const title = document.getElementById(article?.getAttribute('aria-labelledby') ?? '');
    expect(title?.textContent).toBe('Summarize with org/model');
  });
});

import { describe, expect, it } from 'vitest';
import type { RunSnapshot, RunState } from '@/utils/runs/run';
import { openRun } from '../support/opened-run';

const DONE: RunState = { kind: 'done', finish: 'stop' };
const CONFIRMATION: RunState = {
  kind: 'held',
  by: 'confirmation',
  reason: 'cut',
  sendCharacters: 5,
  costUsd: 0.02,
};
const FAILED: RunState = { kind: 'failed', error: { kind: 'stream-cut' } };

describe('RunView', () => {
  it.each<[string, RunState, string, string[]]>([
    ['gets ready', { kind: 'preparing' }, '', ['Stop']],
    ['waits for the first word', { kind: 'streaming' }, '', ['Stop']],
    ['waits its turn', { kind: 'waiting' }, '', ['Stop']],
    ['answers', { kind: 'streaming' }, 'A lens', ['Stop', 'Copy', 'Copy as…']],
    ['is done', DONE, 'A lens.', ['Try again', 'Copy', 'Copy as…']],
    ['is done without a word', DONE, '', ['Try again']],
    ['was stopped', { kind: 'stopped' }, 'A le', ['Continue', 'Try again', 'Copy', 'Copy as…']],
    ['was stopped before a word', { kind: 'stopped' }, '', ['Try again']],
    ['failed', FAILED, 'A le', ['Continue', 'Try again', 'Copy', 'Copy as…']],
    ['had no text', { kind: 'failed', error: { kind: 'no-text' } }, '', []],
    [
      'was interrupted',
      { kind: 'failed', error: { kind: 'interrupted' } },
      'A',
      ['Continue', 'Try again', 'Copy', 'Copy as…'],
    ],
    ['waits for a sign-in', { kind: 'held', by: 'sign-in' }, '', ['The gate', 'Cancel']],
    ['waits for a client id', { kind: 'held', by: 'client-id' }, '', ['The gate', 'Cancel']],
    ['waits for a question', { kind: 'held', by: 'question' }, '', ['Ask', 'Cancel']],
    ['waits for a yes', CONFIRMATION, '', ['Send the first 5 characters, at most $0.02', 'Cancel']],
  ])('has the controls of a run that %s', async (_title, state, answer, buttons) => {
    const { page } = await openRun({ state, answer });
    expect(page.names('button')).toEqual(buttons);
  });

  it.each<[RunState, string, string]>([
    [{ kind: 'preparing' }, '', 'Getting ready…'],
    [{ kind: 'streaming' }, '', 'Sent. Waiting for the first word…'],
    [{ kind: 'streaming' }, 'A', 'Answering…'],
    [DONE, 'A', 'Done.'],
    [{ kind: 'done', finish: 'length' }, 'A', 'The answer reached its length limit and ends here.'],
    [{ kind: 'stopped' }, 'A', 'Stopped. What had arrived is kept.'],
    [{ kind: 'stopped' }, '', 'Stopped.'],
    [FAILED, 'A', ''],
    [{ kind: 'held', by: 'question' }, '', 'Waiting for your answer.'],
    [CONFIRMATION, '', 'Waiting for your answer.'],
    [{ kind: 'held', by: 'sign-in' }, '', ''],
    [{ kind: 'held', by: 'client-id' }, '', ''],
  ])('says of %o with "%s": %s', async (state, answer, text) => {
    const { page } = await openRun({ state, answer });
    expect(page.root.querySelector('.run-status [role=status]')?.textContent).toBe(text);
  });

  it.each<[RunState, string]>([
    [{ kind: 'preparing' }, '0:05'],
    [{ kind: 'streaming' }, '0:05'],
    [DONE, ''],
    [{ kind: 'held', by: 'question' }, ''],
  ])(
    'of %o shows for how long it has gone on as "%s", and does not say it',
    async (state, text) => {
      const { page } = await openRun({ state, underWaySince: Date.now() - 5_000, answer: 'A' });
      const [elapsed] = page.root.querySelectorAll('.elapsed');
      expect(elapsed?.textContent ?? '').toBe(text);
      expect(elapsed?.closest('[role=status]')).toBeFalsy();
      expect(elapsed?.getAttribute('aria-hidden') ?? 'true').toBe('true');
    },
  );

  it('keeps room for the answer while the first word is awaited, and says nothing there', async () => {
    const { page } = await openRun();
    const answer = page.get('region', 'Answer');
    expect(answer.textContent).toBe('');
    expect(answer.querySelector('.skeleton')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('shows the answer as a region that is busy while more may come', async () => {
    const going = await openRun({ answer: 'A lens' });
    expect(going.page.get('region', 'Answer').getAttribute('aria-busy')).toBe('true');
    const ended = await openRun({ answer: 'A lens', state: DONE });
    expect(ended.page.get('region', 'Answer').getAttribute('aria-busy')).toBe('false');
    expect(ended.page.get('region', 'Answer').textContent).toContain('A lens');
  });
});

describe('RunView, waiting for the person', () => {
  it.each(['client-id', 'sign-in'] as const)(
    'shows the gate while it waits for a %s',
    async (by) => {
      const { page } = await openRun({ state: { kind: 'held', by } });
      expect(page.root.textContent).toContain('The gate');
      expect(page.all('region')).toEqual([]);
    },
  );

  it('asks for the question it needs', async () => {
    const { page, done } = await openRun({
      action: 'ask',
      state: { kind: 'held', by: 'question' },
    });
    await page.type(page.field('textbox', 'Question'), 'Why?');
    await page.press('Ask');
    expect(done).toEqual(['ask Why?']);
    expect(page.root.textContent).not.toContain('The gate');
  });

  it.each(['client-id', 'sign-in', 'question'] as const)(
    'can be given up while it waits for a %s',
    async (by) => {
      const { page, done } = await openRun({ state: { kind: 'held', by } });
      await page.press('Cancel');
      expect(done).toEqual(['stop']);
    },
  );

  it('asks before it sends a cut text', async () => {
    const { page, done } = await openRun({ state: CONFIRMATION });
    await page.press('Send the first 5 characters, at most $0.02');
    await page.press('Cancel');
    expect(done).toEqual(['confirm', 'stop']);
  });
});

describe('RunView, what it works on', () => {
  it('names action and model, and the question that was asked', async () => {
    const { page } = await openRun({ action: 'ask', question: 'Why?', state: DONE });
    expect(page.names('heading')).toEqual(['Ask with org/model']);
    expect(page.root.textContent).toContain('Why?');
  });

  it.each<[string, Partial<RunSnapshot>, string]>([
    ['all of a text', {}, '7 characters'],
    [
      'the part that was sent',
      { textLength: 1_100_000, sentCharacters: 110_000 },
      'Only the first 110,000 of 1,100,000 characters were sent.',
    ],
    [
      'what the browser kept back',
      { textLength: 16_384, sentCharacters: 16_384, isSelectionCut: true },
      '16,384 characters Only these 16,384 characters of your selection could be read.',
    ],
  ])('[R34] says plainly of %s', async (_title, change, caption) => {
    const { page } = await openRun(change, true);
    expect(page.root.querySelector('figcaption')?.textContent).toBe(caption);
  });

  it('quotes the text as text, and can be scrolled by keyboard', async () => {
    const { page } = await openRun({ quote: '<b>A</b>\n  lens', textLength: 13 }, true);
    const quote = page.get('blockquote', 'Selected text');
    expect(quote.textContent).toBe('<b>A</b>\n  lens');
    expect(quote.tabIndex).toBe(0);
  });

  it('links to the quoted words on their page, by its title and its host', async () => {
    const from = { title: 'Lenses', url: 'https://example.org/a' };
    const { page } = await openRun({ page: from }, true);
    const link = page.get('link', 'Lenses example.org');
    expect(link.getAttribute('href')).toBe('https://example.org/a#:~:text=A%20text');
    expect(link.getAttribute('rel')).toBe('noreferrer');
    const cut = await openRun({ page: from, textLength: 9_000 }, true);
    expect(cut.page.get('link').getAttribute('href')).toBe(
      'https://example.org/a#:~:text=A%20text',
    );
  });

  it('links nowhere without a page, or with an address that is none of the Web', async () => {
    expect((await openRun({}, true)).page.all('link')).toEqual([]);
    const { page } = await openRun({ page: { title: 'A', url: 'javascript:alert(1)' } }, true);
    expect(page.all('link')).toEqual([]);
  });
});

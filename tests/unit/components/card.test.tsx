import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Card } from '@/components/card/card';
import { BEGINNING } from '@/components/card/card-run';
import { cardWords } from '@/components/card/card-words';
import { drawTextsUnreadable } from '@/components/card/draw-unreadable';
import { Page } from '../support/page';

// As in a page.
drawTextsUnreadable();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const CONTROLS = {
  stop: () => undefined,
  more: () => undefined,
  close: () => undefined,
  copy: async () => true,
  moveBy: () => ({ across: 0, down: 0 }),
};

it('a card tells its answer to screen readers, politely and by whole sentences', async () => {
  const run = signal(BEGINNING);
  const page = await Page.open(<Card action="explain" run={run} controls={CONTROLS} />);
  await act(() => {
    run.value = { ...run.value, answer: 'A lens bends light. It is', state: { kind: 'streaming' } };
    vi.advanceTimersByTime(1_000);
  });
  const said = page.root.querySelector('[aria-live=polite]');
  expect(said?.textContent).toBe('');
  const drawn = [...(said?.querySelectorAll<HTMLElement>('[data-text]') ?? [])];
  expect(drawn.map(({ dataset }) => dataset['text'])).toEqual(['A lens bends light.']);
});

it('a card says what it waits for: a question is not a decision', () => {
  expect(cardWords({ kind: 'held', by: 'question' }, false)).toMatch(/^What do you want to ask/);
  expect(cardWords({ kind: 'held', by: 'sign-in' }, false)).toMatch(/^Sign in/);
  for (const by of ['scope', 'host-access', 'confirmation'] as const) {
    expect(cardWords({ kind: 'held', by }, false)).toMatch(/decide/);
  }
});

import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Card } from '@/components/card/card';
import { BEGINNING } from '@/components/card/card-run';
import { Page } from '../support/page';

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
  expect(said?.textContent).toBe('A lens bends light.');
});

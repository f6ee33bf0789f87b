import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AnnouncedAnswer } from '@/components/run/announced-answer';
import { Page } from '../support/page';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A view of an answer, of which the person comes to see `text` first. */
async function open(text: string, isBusy = true) {
  const answer = signal(text);
  const view = (isBusyNow: boolean) => (
    <AnnouncedAnswer answer={answer} isBusy={isBusyNow} known={text.length} />
  );
  const page = await Page.open(view(isBusy));
  return {
    said: () => page.root.querySelector('[aria-live=polite]')?.textContent,
    grow: (more: string) =>
      act(() => {
        answer.value += more;
        vi.advanceTimersByTime(1_000);
      }),
    end: () => page.show(view(false)),
  };
}

it('tells whole sentences as they come, each once, and the rest at the end', async () => {
  const { said, grow, end } = await open('');
  expect(said()).toBe('');
  await grow('A lens bends');
  expect(said()).toBe('');
  await grow(' light. It is of glass. And');
  expect(said()).toBe('A lens bends light. It is of glass.');
  await grow(' so');
  expect(said()).toBe('A lens bends light. It is of glass.');
  await end();
  expect(said()).toBe('And so');
});

it('tells a sentence again that comes again', async () => {
  const { said, grow } = await open('');
  await grow('Yes. Y');
  const [before] = document.querySelectorAll('[aria-live] p');
  await grow('es. N');
  expect(said()).toBe('Yes.');
  expect(document.querySelector('[aria-live] p')).not.toBe(before);
});

it('tells nothing of what stood there when the person came', async () => {
  const ended = await open('A lens. A lamp.', false);
  expect(ended.said()).toBe('');
  const going = await open('A lens. A la');
  await going.grow('mp. The');
  expect(going.said()).toBe('A lamp.');
});

it('mentions code without reading it', async () => {
  const { said, grow } = await open('');
  await grow('So:\n\n```\nrun(a). Stop.\n```\n');
  expect(said()).toBe('So: A block of code.');
});

import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { RunView } from '@/components/run/run-view';
import type { RunSnapshot, RunState, SentRequest } from '@/utils/runs/run';
import { Page } from '../support/page';
import { snapshot } from '../support/runs';

const DONE: RunState = { kind: 'done', finish: 'stop' };
const CONFIRMATION: RunState = {
  kind: 'held',
  by: 'confirmation',
  reason: 'cost',
  sendCharacters: 5,
  costUsd: 0.02,
};
const SENT: SentRequest = {
  messages: [
    { role: 'system', content: 'Summarize the text.' },
    { role: 'user', content: '<<<TEXT 1\nWrite to [EMAIL_1].\nTEXT 1>>>' },
  ],
  characters: 12_345,
  tokens: 3_210,
  text: 'Write to ada@example.org.',
  isMasked: true,
};

async function open(change: Partial<RunSnapshot> = {}) {
  const done: string[] = [];
  const nothing = () => Promise.resolve({ ok: true as const, value: null });
  const controls = {
    onStop: nothing,
    onRetry: nothing,
    onContinue: nothing,
    onRetryWith: nothing,
    onFollowUp: nothing,
    onConfirm: nothing,
    onAsk: nothing,
    readSent: () => Promise.resolve({ ok: true as const, value: SENT }),
    onSendEdited: (text: string) => {
      done.push(`send ${text}`);
      return nothing();
    },
  };
  const run = snapshot(change);
  const [answer, reasoning] = [signal(run.answer), signal('')];
  const view = {
    run,
    answer,
    reasoning,
    controls,
    gate: null,
    hasQuote: false,
    hasFollowUp: false,
  };
  const page = await Page.open(<RunView {...view} />);
  return { page, done };
}

describe('RunView, what was sent', () => {
  const brief = { language: 'de', isRepaired: false, isMasked: true };

  async function openSent(change: Partial<RunSnapshot> = {}) {
    const opened = await open({ brief, state: DONE, answer: 'A lens.', ...change });
    const details = opened.page.root.querySelector('details.sent');
    await act(() => {
      details?.setAttribute('open', '');
      details?.dispatchEvent(new Event('toggle'));
    });
    await vi.waitFor(() => expect(opened.page.all('textbox')).toHaveLength(1));
    return opened;
  }

  it('says where a translation goes', async () => {
    const { page } = await open({ action: 'translate', brief });
    expect(page.names('heading')).toEqual(['Translate with org/model into German']);
    const { page: either } = await open({
      action: 'translate',
      brief: { ...brief, otherwise: 'fr' },
    });
    expect(either.names('heading')).toEqual(['Translate with org/model into German or French']);
    // An edited text that has not been looked at yet.
    const { page: none } = await open({
      action: 'translate',
      brief: { ...brief, language: 'und' },
    });
    expect(none.names('heading')).toEqual(['Translate with org/model']);
    const { page: other } = await open({ action: 'summarize', brief });
    expect(other.names('heading')).toEqual(['Summarize with org/model']);
  });

  it('says that the sentence of a word was sent along', async () => {
    const surroundings = { sentence: 'The lens bends light.', title: 'Lamps' };
    const { page } = await open({ action: 'explain', brief, surroundings });
    expect(page.root.textContent).toContain('its sentence, “The lens bends light.”');
  });

  it('shows each message to the letter, how much that is, and that it was masked', async () => {
    const { page } = await openSent();
    const shown = [...page.root.querySelectorAll('pre')].map(({ textContent }) => textContent);
    expect(shown).toEqual(SENT.messages.map(({ content }) => content));
    expect(page.root.textContent).toContain('12,345 characters, about 3,210 tokens. Words in');
    for (const region of page.root.querySelectorAll('pre')) expect(region.tabIndex).toBe(0);
  });

  it('sends the text again as it was edited, and never an empty one', async () => {
    const { page, done } = await openSent();
    const field = page.field('textbox', 'The text, to be edited');
    expect(field.value).toBe(SENT.text);
    await page.type(field, 'Write to grace@example.org.');
    await page.press('Send this text');
    expect(done).toEqual(['send Write to grace@example.org.']);
    await page.type(field, ' ');
    expect(page.get('button', 'Send this text').hasAttribute('disabled')).toBe(true);
  });

  it.each([
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }, 1],
    ['Cmd+Enter', { key: 'Enter', metaKey: true }, 1],
    ['Enter alone, which begins a line', { key: 'Enter' }, 0],
    ['Ctrl+Enter while composing', { key: 'Enter', ctrlKey: true, isComposing: true }, 0],
  ])('sends the text again by %s %o: %i times', async (_title, key, times) => {
    const { page, done } = await openSent();
    const field = page.field('textbox', 'The text, to be edited');
    const event = await page.key(field, key);
    expect(event.defaultPrevented).toBe(times > 0);
    expect(done).toHaveLength(times);
    await page.type(field, ' ');
    await page.key(field, key);
    expect(done).toHaveLength(times);
  });

  it.each<[string, Partial<RunSnapshot>]>([
    ['nothing was', { brief: null, state: { kind: 'failed', error: { kind: 'offline' } } }],
    ['it waits for a yes', { brief, state: CONFIRMATION }],
    ['it gets ready', { brief, state: { kind: 'preparing' } }],
  ])('has nothing to show while %s', async (_title, change) => {
    const { page } = await open(change);
    expect(page.root.querySelector('details.sent')).toBeNull();
  });
});

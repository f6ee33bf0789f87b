import { afterEach, describe, expect, it, vi } from 'vitest';
import { infer } from '@/utils/built-in/infer';
import { readBuiltInState } from '@/utils/built-in/language-model';

const MESSAGES = [
  { role: 'system' as const, content: 'Summarize.' },
  { role: 'user' as const, content: 'A question.' },
  { role: 'assistant' as const, content: 'An answer.' },
  { role: 'user' as const, content: 'Lamps burn oil.' },
];

/** What the browser's model was asked, and how often a conversation with it was ended. */
const asked = { create: vi.fn(), prompt: vi.fn(), destroy: vi.fn() };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const quota = () =>
  Object.assign(new Error('The input is too large.'), { name: 'QuotaExceededError' });

/** Gives the page a model that answers so. */
function stubModel(options: {
  availability?: () => Promise<unknown>;
  create?: () => Promise<void>;
  answer?: (signal: AbortSignal) => AsyncGenerator<string>;
}): void {
  vi.stubGlobal('LanguageModel', {
    availability: options.availability ?? (() => Promise.resolve('available')),
    create: async ({ initialPrompts }: { initialPrompts: unknown }) => {
      asked.create(initialPrompts);
      await options.create?.();
      return {
        promptStreaming: (input: string, { signal }: { signal: AbortSignal }) => {
          asked.prompt(input);
          return options.answer?.(signal);
        },
        destroy: asked.destroy,
      };
    },
  });
}

async function answer(maxTokens = 1_000, signal = new AbortController().signal) {
  const pieces: string[] = [];
  const end = await infer({ messages: MESSAGES, maxTokens }, signal, (text) => pieces.push(text));
  return { end, pieces };
}

describe('the browser’s own model', () => {
  it('gets the conversation and then the question, and its answer comes in pieces', async () => {
    stubModel({
      answer: async function* () {
        yield 'Oil ';
        yield 'burns.';
      },
    });
    expect(await answer()).toEqual({ end: 'stop', pieces: ['Oil ', 'burns.'] });
    expect(asked.create).toHaveBeenCalledExactlyOnceWith(MESSAGES.slice(0, -1));
    expect(asked.prompt).toHaveBeenCalledExactlyOnceWith('Lamps burn oil.');
    expect(asked.destroy).toHaveBeenCalledOnce();
  });

  it('is ended where it repeats itself for ever', async () => {
    stubModel({
      answer: async function* () {
        for (;;) yield 'and so on ';
      },
    });
    const { end, pieces } = await answer(100);
    expect(end).toBe('length');
    expect(pieces.join('').length).toBeLessThan(1_000);
    expect(asked.destroy).toHaveBeenCalledOnce();
  });

  it('says nothing more once it was stopped, neither before its first word nor after', async () => {
    const controller = new AbortController();
    stubModel({
      answer: async function* (signal) {
        yield 'Oil ';
        controller.abort();
        signal.throwIfAborted();
      },
    });
    expect(await answer(1_000, controller.signal)).toEqual({ end: undefined, pieces: ['Oil '] });
    expect(asked.destroy).toHaveBeenCalledOnce();
    stubModel({ create: () => Promise.reject(new DOMException('', 'AbortError')) });
    expect(await answer(1_000, controller.signal)).toEqual({ end: undefined, pieces: [] });
  });

  it('tells a text that is too long, at its beginning and at its end', async () => {
    stubModel({ create: () => Promise.reject(quota()) });
    expect((await answer()).end).toBe('text-too-long');
    stubModel({
      // oxlint-disable-next-line require-yield -- it fails before
      answer: async function* () {
        throw quota();
      },
    });
    expect((await answer()).end).toBe('text-too-long');
    expect(asked.destroy).toHaveBeenCalledOnce();
  });

  it('tells that it can’t be used after all: gone, or without the click that a download needs', async () => {
    expect((await answer()).end).toBe('built-in-unavailable');
    stubModel({ create: () => Promise.reject(new DOMException('', 'NotAllowedError')) });
    expect((await answer()).end).toBe('built-in-unavailable');
  });

  it('keeps what had come when it fails', async () => {
    stubModel({
      answer: async function* () {
        yield 'Oil ';
        throw new DOMException('', 'UnknownError');
      },
    });
    expect(await answer()).toEqual({ end: 'stream-cut', pieces: ['Oil '] });
  });
});

describe('readBuiltInState', () => {
  it.each([
    ['available', 'available'],
    ['downloadable', 'downloadable'],
    ['downloading', 'downloadable'],
    ['unavailable', undefined],
    ['something new', undefined],
  ])('where the browser says %s, it is %s', async (availability, state) => {
    stubModel({ availability: () => Promise.resolve(availability) });
    expect(await readBuiltInState()).toBe(state);
  });

  it('has none where the browser has none, has another one, or fails', async () => {
    expect(await readBuiltInState()).toBeUndefined();
    vi.stubGlobal('LanguageModel', { capabilities: () => Promise.resolve({}) });
    expect(await readBuiltInState()).toBeUndefined();
    stubModel({ availability: () => Promise.reject(new TypeError()) });
    expect(await readBuiltInState()).toBeUndefined();
  });
});

import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CostNote } from '@/components/money/cost-note';
import type { ActionId } from '@/utils/actions/action';
import type { ChatModel } from '@/utils/models/chat-model';
import type { TokenRatios } from '@/utils/money/token-ratio';
import { bareModel, chatModel } from '../support/chat-models';
import { Page } from '../support/page';

const DEAR = chatModel('a/dear', { price: { input: 10, output: 20 }, contextLength: 2_000_000 });
const LONG = 'Lamps burn oil. '.repeat(10_000);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function open(first = '', initial: ChatModel | undefined = DEAR) {
  const text = signal(first);
  const model = signal<ChatModel | undefined>(initial);
  const action = signal<ActionId>('summarize');
  const app = {
    chosen: () => ({ model: model.value, provider: undefined, endpoint: undefined }),
    modelPolicy: signal({ allowedModels: undefined, allowedProviders: undefined }),
    tokenRatios: signal<TokenRatios | undefined>(undefined),
  };
  const page = await Page.open(<CostNote text={text} action={action} app={app} />);
  const write = (next: string) =>
    act(() => {
      text.value = next;
    });
  return { page, write, words: () => page.root.textContent, model, action, app };
}

describe('CostNote', () => {
  it('prices a short text at every key', async () => {
    const { write, words } = await open();
    expect(words()).toBe('');
    await write('Lamps');
    expect(words()).toMatch(/^Summarize costs about \$0\.0\d+\.$/);
    await write('');
    expect(words()).toBe('');
  });

  it('prices a long text only when the keys rest', async () => {
    const { write, words } = await open();
    await write('Lamps');
    const short = words();
    await write(LONG);
    await act(() => void vi.advanceTimersByTime(299));
    await write(`${LONG}!`);
    await act(() => void vi.advanceTimersByTime(299));
    expect(words()).toBe(short);
    await act(() => void vi.advanceTimersByTime(1));
    expect(words()).toMatch(/^Summarize costs about \$0\.\d+\.$/);
    expect(words()).not.toBe(short);
  });

  it('does not come back to a long text that was taken away', async () => {
    const { write, words } = await open();
    await write(LONG);
    await write('Lamps');
    const short = words();
    await act(() => void vi.advanceTimersByTime(1000));
    expect(words()).toBe(short);
  });

  it('says of a tiny price that it is one, and of one that is not known that it is not', async () => {
    const cheap = chatModel('a/cheap', { price: { input: 0.001, output: 0.001 } });
    const { words, model } = await open('Lamps', cheap);
    expect(words()).toBe('Summarize costs less than $0.0001.');
    await act(() => {
      model.value = bareModel('a/bare');
    });
    expect(words()).toBe('What Summarize costs is not known.');
    await act(() => {
      model.value = undefined;
    });
    expect(words()).toBe('');
  });

  it('names the action whose price it is, and what it depends on', async () => {
    const two = chatModel('a/two', {
      providers: [
        { name: 'quill', price: { input: 1, output: 1 } },
        { name: 'vellum', price: { input: 5, output: 5 } },
      ],
    });
    const { words, action, app } = await open('Lamps burn oil.', two);
    expect(words()).toMatch(/^Summarize costs about \$0\.00\d+\.$/);
    app.chosen = () => ({ model: two, provider: 'preferred' as never, endpoint: undefined });
    await act(() => {
      action.value = 'translate';
    });
    expect(words()).toMatch(
      /^Translate costs about \$0\.00\d+ to \$0\.00\d+, depending on the provider\.$/,
    );
  });

  it('says that a free model is free', async () => {
    const { words } = await open('Lamps', chatModel('a/gift', { price: { input: 0, output: 0 } }));
    expect(words()).toBe('Summarize is free.');
  });

  it('goes by how the family of the model was seen to count', async () => {
    const { words, app } = await open(LONG.slice(0, 60_000));
    const before = words();
    await act(() => {
      app.tokenRatios.value = { dear: { ratio: 2, receipts: 3 } };
    });
    const usd = (text: string | null) => Number(/\$(\d+\.\d+)/.exec(text ?? '')?.[1]);
    expect(usd(words()) / usd(before)).toBeCloseTo(2, 0);
  });
});

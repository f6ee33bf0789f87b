import { beforeEach, describe, expect, it } from 'vitest';
import { importFile, type ImportProgress } from '@/utils/state/history-import';
import { FakeBackground } from '../support/fake-background';
import { answerWith } from '../support/history-rows';

const HEAD = { format: 'companion-runs', version: 1 };

interface Batch {
  format: unknown;
  version: unknown;
  runs: unknown[];
}

let sent: Record<string, unknown>[];
let progress: ImportProgress[];

beforeEach(() => {
  // oxlint-disable-next-line no-new -- it fills in the browser's APIs
  new FakeBackground();
  sent = answerWith({
    'history.import': ({ batch }) => ({
      added: (batch as Batch).runs.length - 1,
      known: 1,
      unreadable: 0,
    }),
  });
  progress = [];
});

const take = (content: string, signal = new AbortController().signal) =>
  importFile({ sub: '1', file: new Blob([content]) }, (next) => progress.push(next), signal);

const batches = () => sent.map(({ batch }) => batch as Batch);

describe('importing a file', () => {
  it('passes on what the file says of itself, and its runs as they are', async () => {
    const runs = [{ id: 'a' }, 'no run', null];
    expect(await take(JSON.stringify({ ...HEAD, runs, more: 'x' }))).toMatchObject({ ok: true });
    expect(batches()).toEqual([{ ...HEAD, runs }]);
    expect(progress).toEqual([{ added: 2, known: 1, unreadable: 0, total: 3 }]);
  });

  it('parts what is too long for one message, and adds up what became of it', async () => {
    const runs = Array.from({ length: 5 }, (_value, id) => ({ id, answer: 'x'.repeat(1_500_000) }));
    await take(JSON.stringify({ ...HEAD, runs }));
    expect(batches().map((batch) => batch.runs.length)).toEqual([2, 2, 1]);
    expect(batches().flatMap((batch) => batch.runs)).toEqual(runs);
    expect(progress.at(-1)).toEqual({ added: 2, known: 3, unreadable: 0, total: 5 });
  });

  it('sends a run that is too long for one message by itself', async () => {
    const long = { id: 'long', answer: 'x'.repeat(5_000_000) };
    await take(JSON.stringify({ ...HEAD, runs: [long, { id: 'a' }, long] }));
    expect(batches().map((batch) => batch.runs.length)).toEqual([1, 1, 1]);
  });

  it('lets the background say of a file without runs whether it is one', async () => {
    await take(JSON.stringify({ ...HEAD, version: 99, runs: [] }));
    expect(batches()).toEqual([{ format: 'companion-runs', version: 99, runs: [] }]);
  });

  it.each([
    ['no JSON', '{"format":'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['without runs', JSON.stringify(HEAD)],
    ['with something else for runs', JSON.stringify({ ...HEAD, runs: 'x' })],
  ])('refuses a file that is %s, and asks nobody', async (_title, content) => {
    expect(await take(content)).toEqual({ ok: false, error: { kind: 'import-not-readable' } });
    expect(sent).toEqual([]);
  });

  it('[TK-06] sends no further batch once another account is in use', async () => {
    const ending = new AbortController();
    const runs = Array.from({ length: 4 }, () => ({ answer: 'x'.repeat(3_000_000) }));
    const taking = importFile(
      { sub: '1', file: new Blob([JSON.stringify({ ...HEAD, runs })]) },
      () => ending.abort(),
      ending.signal,
    );
    await taking;
    expect(sent).toHaveLength(1);
  });
});

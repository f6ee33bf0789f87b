import { beforeEach, describe, expect, it } from 'vitest';
import { fileName, readAllRuns, toFile } from '@/utils/state/history-export';
import { exportedRun } from '../support/exported-run';
import { FakeBackground } from '../support/fake-background';
import { answerWith } from '../support/history-rows';

beforeEach(() => {
  // oxlint-disable-next-line no-new -- it fills in the browser's APIs
  new FakeBackground();
});

describe('reading all runs for a file', () => {
  it('asks for a page after the other until there is none, and says how far it is', async () => {
    const sent = answerWith({
      'history.export': ({ after }) =>
        after === undefined
          ? { runs: [exportedRun('a'), exportedRun('b')], next: 7, damaged: 0 }
          : { runs: [exportedRun('c')], damaged: 0 },
    });
    const counts: number[] = [];
    const read = await readAllRuns(
      '1',
      (count) => counts.push(count),
      new AbortController().signal,
    );
    expect(read.ok && read.value.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(counts).toEqual([2, 3]);
    expect(sent.map(({ after }) => after)).toEqual([undefined, 7]);
  });

  it('[TK-06] takes nothing that arrives after it was ended, and asks no more', async () => {
    const ending = new AbortController();
    const sent = answerWith({
      'history.export': () => {
        ending.abort();
        return { runs: [exportedRun('of-another')], next: 7, damaged: 0 };
      },
    });
    const counts: number[] = [];
    const read = await readAllRuns('1', (count) => counts.push(count), ending.signal);
    expect(read).toEqual({ ok: true, value: [] });
    expect(counts).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('says why it could not', async () => {
    answerWith({ 'history.export': () => Promise.reject({ kind: 'no-history' }) });
    const read = await readAllRuns('1', () => undefined, new AbortController().signal);
    expect(read).toEqual({ ok: false, error: { kind: 'no-history' } });
  });
});

describe('a file of runs', () => {
  it.each([0, 1, 3])('is JSON that holds all of %i runs', async (count) => {
    const runs = Array.from({ length: count }, (_value, index) => exportedRun(String(index)));
    const file = toFile(runs, 'json');
    expect(JSON.parse(await file.text())).toEqual({ format: 'companion-runs', version: 1, runs });
    expect(file.type).toBe('application/json');
  });

  it('is Markdown with the answers', async () => {
    const text = await toFile([exportedRun('a')], 'markdown').text();
    expect(text).toContain('Answer a');
    expect(text).toContain('Summarize');
  });

  it('has the account and the day in its name', () => {
    const day = new Date(2026, 2, 1);
    expect(fileName('ada', 'json', day)).toBe('companion-ada-2026-03-01.json');
    expect(fileName('ada', 'markdown', day)).toBe('companion-ada-2026-03-01.md');
  });
});

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { chosenCases } from '@/scripts/bench/arguments';
import { rowOf } from '@/scripts/bench/measurement';
import { tableOf } from '@/scripts/bench/table';

describe('the table of the bench', () => {
  test('has a line for each case and row, in columns, and says which goals are met', () => {
    const rows = [
      rowOf({ title: 'main thread', unit: 'ms', base: [100, 100, 100], ours: [110, 121.4, 150] }),
      rowOf({ title: 'heap', unit: 'kB', base: [1.234], ours: [1.3] }),
      rowOf({ title: 'listeners', unit: '', base: [0], ours: [2] }),
    ];
    expect(tableOf([{ title: 'A case with a title that is wider than its column', rows }])).toBe(
      [
        '                 floor  Companion  times  middle half  goal',
        'A case with a title that is wider than its column',
        '  main thread   100 ms     121 ms   1.21    1.16–1.36  1.20  above',
        '  heap         1.23 kB    1.30 kB   1.05    1.05–1.05  1.20    met',
        '  listeners          0          2      ∞          ∞–∞  1.20  above',
      ].join('\n'),
    );
  });
});

describe('the command line of the bench', () => {
  const cases = [{ name: 'page-load' }, { name: 'menu-click' }];

  test('measures all cases, or those that are named, in their own order', () => {
    expect(chosenCases([], cases)).toEqual(cases);
    expect(chosenCases(['menu-click', 'page-load'], cases)).toEqual(cases);
    expect(chosenCases(['menu-click'], cases)).toEqual([{ name: 'menu-click' }]);
  });

  test('ends on an unknown name with one sentence and status 1', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['scripts/bench/index.ts', 'page-lode'],
      { encoding: 'utf8' },
    );
    expect(stdout).toMatch(/^"page-lode" is no case\. Known are page-load, [^\n]+\.\n$/u);
    expect([status, stderr]).toEqual([1, '']);
  });
});

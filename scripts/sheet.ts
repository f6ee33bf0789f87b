/**
 * Writes docs/checks.md: which tests prove which check or failure, read from the ids in the titles of
 * the tests that passed. Runs the tests first, so that the sheet says nothing that was not seen.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

interface Report {
  testResults: Array<{
    name: string;
    assertionResults: Array<{ fullName: string; title: string; status: string }>;
  }>;
}

const REPORT = '.output/tests.json';
const SHEET = 'docs/checks.md';
const ID = /\[([A-Z]{1,2}-?\d+)\]/g;

const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `--outputFile=${REPORT}`],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
const rows = collect(report);
writeFileSync(SHEET, sheet(rows));
process.stdout.write(`${rows.size} ids in ${SHEET}\n`);
process.exitCode = status ?? 1;

/** Files of the passing tests by id. */
function collect({ testResults }: Report): Map<string, Map<string, number>> {
  const ids = new Map<string, Map<string, number>>();
  for (const { name, assertionResults } of testResults) {
    const file = name.slice(name.indexOf('tests/'));
    for (const test of assertionResults.filter((each) => each.status === 'passed')) {
      for (const [, id = ''] of test.fullName.matchAll(ID)) {
        const files = ids.get(id) ?? new Map<string, number>();
        ids.set(id, files.set(file, (files.get(file) ?? 0) + 1));
      }
    }
  }
  return ids;
}

function sheet(ids: Map<string, Map<string, number>>): string {
  const byName = new Intl.Collator('en', { numeric: true });
  const lines = [...ids]
    .toSorted(([a], [b]) => byName.compare(a, b))
    .map(([id, files]) => {
      const tests = [...files].toSorted(([a], [b]) => byName.compare(a, b));
      return `| ${id} | ${tests.map(([file, count]) => `\`${file}\` (${count})`).join(', ')} |`;
    });
  return [
    '# Checks',
    '',
    'Written by `npm run sheet` from the tests that passed; not kept by hand. The ids stand in their',
    'titles: AU sign-in, TK tokens and data, IS isolation, RD rendering, ST streams and lifetime, BR',
    'browser surfaces, SC supply chain, R failures.',
    '',
    '| Id | Tests (how many) |',
    '| --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

/**
 * Measures Companion in a real Chromium against a floor in the same run: a table, and all figures in
 * `.output/bench.json`. Ends with 1 where something could not be measured; a goal that is not met is
 * only said.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensure } from '../tools/ensure.ts';
import { chosenCases } from './arguments.ts';
import type { BenchCase } from './bench-case.ts';
import { CASES } from './cases/index.ts';
import { describeMachine, machineLine } from './machine.ts';
import { rowOf, type Row } from './measurement.ts';
import { openBench } from './open-bench.ts';
import { tableOf } from './table.ts';

const FILE = fileURLToPath(new URL('../../.output/bench.json', import.meta.url));

interface Measured {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

async function bench(cases: readonly BenchCase[]): Promise<void> {
  const opened = await openBench();
  try {
    const machine = await describeMachine(opened.ours.connection);
    process.stdout.write(`${machineLine(machine)}\n`);
    const measured: Measured[] = [];
    for (const { name, title, measure } of cases) {
      const begun = performance.now();
      const rows = await measure(opened)
        .then((measurements) => measurements.map(rowOf))
        .catch(sayWhy(name));
      if (rows === undefined) continue;
      const seconds = Math.round((performance.now() - begun) / 1000);
      process.stdout.write(`${name}: ${seconds} s, ${rows[0]?.base.length ?? 0} rounds\n`);
      measured.push({ name, title, rows });
    }
    process.stdout.write(`\n${tableOf(measured)}\n`);
    await mkdir(path.dirname(FILE), { recursive: true });
    const at = new Date().toISOString();
    await writeFile(FILE, `${JSON.stringify({ at, machine, cases: measured }, null, 2)}\n`);
  } finally {
    await opened.close();
  }
}

/** The other cases still count, but the command has failed. */
function sayWhy(name: string): (cause: unknown) => undefined {
  return (cause) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    process.stdout.write(`${name} could not be measured: ${reason}\n`);
    process.exitCode = 1;
  };
}

try {
  const cases = chosenCases(process.argv.slice(2), CASES);
  if (process.platform !== 'linux')
    throw new Error('The bench reads /proc and runs on Linux only.');
  if (ensure(['chromium', 'xvfb', 'xdotool'])) await bench(cases);
  else process.exitCode = 1;
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

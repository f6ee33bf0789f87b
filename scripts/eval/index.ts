/** Tries a model with the texts of tests/fixtures/texts, at any OpenAI-compatible server, and writes a report. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from './arguments.ts';
import { evaluate } from './evaluate.ts';
import { createReport, isPassed } from './report.ts';
import { readTextFiles } from './text-file.ts';

try {
  const { url, model, keyEnv, only, out } = readArguments(process.argv.slice(2));
  const key = keyEnv === undefined ? undefined : process.env[keyEnv];
  if (keyEnv !== undefined && !key) throw new Error(`The environment has no ${keyEnv}.`);
  const files = readTextFiles().filter(({ name }) => name.startsWith(only));
  if (files.length === 0) throw new Error(`No text has a name that begins with "${only}".`);
  const results = await evaluate({ url, model, key }, files, (result) => {
    const failed = result.checks.filter(({ isOk }) => !isOk).map(({ name }) => name);
    const seconds = result.answer === undefined ? '' : ` (${result.answer.seconds.toFixed(1)} s)`;
    process.stdout.write(
      `${failed.length === 0 ? 'pass' : 'FAIL'} ${result.name}${seconds}${failed.length === 0 ? '' : `: ${failed.join('; ')}`}\n`,
    );
  });
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, createReport(model, results));
  const passed = results.filter(isPassed).length;
  process.stdout.write(`${passed} of ${results.length} cases passed. Report: ${out}\n`);
  if (passed < results.length) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

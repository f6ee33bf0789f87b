import type { CaseResult } from './evaluate.ts';

/** Characters of an answer that a report quotes. */
const QUOTED = 2_000;

/** A report for people: a line for each case, then each with its answer and what failed. */
export function createReport(model: string, results: readonly CaseResult[]): string {
  const passed = results.filter(isPassed).length;
  const checks = results.flatMap((result) => result.checks);
  return [
    `# ${model}`,
    '',
    `${passed} of ${results.length} cases passed, ${checks.filter(({ isOk }) => isOk).length} of ${checks.length} checks.`,
    '',
    '| Case | To | Checks | Seconds | Tokens in | Tokens out |',
    '| --- | --- | --- | --- | --- | --- |',
    ...results.map(row),
    '',
    ...results.flatMap(section),
  ].join('\n');
}

/** Whether all holds that must hold of a case. */
export function isPassed({ checks }: CaseResult): boolean {
  return checks.every(({ isOk }) => isOk);
}

function row(result: CaseResult): string {
  const { name, checks, answer } = result;
  const held = checks.filter(({ isOk }) => isOk).length;
  const verdict = isPassed(result) ? 'pass' : '**fail**';
  const cells = [
    name,
    result.case.own,
    `${verdict} (${held}/${checks.length})`,
    answer?.seconds.toFixed(1),
    answer?.inputTokens,
    answer?.outputTokens,
  ];
  return `| ${cells.map((cell) => cell ?? '–').join(' | ')} |`;
}

function section({ name, about, checks, answer }: CaseResult): string[] {
  const failed = checks.filter(({ isOk }) => !isOk);
  const quoted = (answer?.text ?? '').slice(0, QUOTED);
  return [
    `## ${name}`,
    '',
    `${about}.`,
    '',
    ...failed.map((one) => `- fail: ${one.name}${one.detail && `: ${oneLine(one.detail)}`}`),
    ...(failed.length > 0 ? [''] : []),
    ...(quoted === '' ? [] : [...quoted.split('\n').map((line) => `> ${line}`), '']),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 300);
}

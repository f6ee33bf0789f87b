import type { Row, Unit } from './measurement.ts';
import type { Spread } from './statistics.ts';

const HEAD = ['', 'floor', 'Companion', 'times', 'middle half', 'goal', ''];

/** The rows of all cases as one table of plain text. */
export function tableOf(
  cases: ReadonlyArray<{ readonly title: string; readonly rows: readonly Row[] }>,
): string {
  const lines = [
    HEAD,
    ...cases.flatMap(({ title, rows }) => [[title], ...rows.map((row) => cellsOf(row))]),
  ];
  const widths = HEAD.map((_, column) =>
    // A case's title may run over the columns beside it.
    Math.max(
      ...lines.filter((cells) => cells.length > 1).map((cells) => cells[column]?.length ?? 0),
    ),
  );
  return lines.map((cells) => lineOf(cells, widths)).join('\n');
}

function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    })
    .join('  ')
    .trimEnd();
}

function cellsOf({ title, unit, baseSpread, oursSpread, ratio, goal, isMet }: Row): string[] {
  return [
    `  ${title}`,
    amount(baseSpread.median, unit),
    amount(oursSpread.median, unit),
    digits(ratio.median),
    rangeOf(ratio),
    digits(goal),
    isMet ? 'met' : 'above',
  ];
}

function rangeOf({ low, high }: Spread): string {
  return `${digits(low)}–${digits(high)}`;
}

function amount(value: number, unit: Unit): string {
  return `${digits(value)} ${unit}`.trimEnd();
}

/** Three figures that count, and no more after the point than two. */
function digits(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  if (Number.isInteger(value)) return String(value);
  const places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(places);
}

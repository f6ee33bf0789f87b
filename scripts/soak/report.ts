import type { Diary } from './diary.ts';
import { heapSlope, isFlat, type HeapSample } from './heap.ts';
import type { Verdict } from './judge.ts';

/** More of what is wrong nobody reads. */
const MOST_LINES = 20;

/** Prints the figures of a soak. @returns whether all is well */
export function report(
  verdict: Verdict,
  diary: Diary,
  heap: readonly HeapSample[],
  seconds: number,
): boolean {
  const slope = heapSlope(heap);
  const wrong = [...verdict.wrong];
  if (!isFlat(slope)) wrong.push('the heap of the background grows');
  const figures: [string, string | number][] = [
    ['seconds', Math.round(seconds)],
    ['runs', diary.runs],
    ...[...diary.counts].toSorted(([a], [b]) => a.localeCompare(b)),
    ['words kept', verdict.words],
    ['words lost', verdict.lost],
    ['words doubled', verdict.doubled],
    ['most of an answer that a kill, Stop or reset cost (ms)', verdict.mostLostMs],
    ['runs killed before they were written', verdict.vanished],
    ...heapFigures(heap, slope),
    ['wrong', wrong.length],
  ];
  for (const [name, figure] of figures) say(`${String(figure).padStart(9)}  ${name}`);
  for (const line of wrong.slice(0, MOST_LINES)) say(`WRONG: ${line}`);
  return wrong.length === 0;
}

function heapFigures(heap: readonly HeapSample[], slope: number): [string, string][] {
  const [first, last] = [heap[0], heap.at(-1)];
  if (!first || !last) return [['heap', 'not measured in this browser']];
  const kb = (bytes: number) => `${Math.round(bytes / 1_000)}`;
  return [
    [kb(first.bytes), 'kB of heap when the second half began'],
    [kb(last.bytes), 'kB of heap at the end'],
    [kb(slope), 'kB of heap for 100 runs, over the second half (slope)'],
  ].map(([figure = '', name = '']) => [name, figure]);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

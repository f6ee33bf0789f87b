import type { CdpView } from '../../../tests/drivers/cdp-view.ts';
import { backgroundOf } from '../../../tests/drivers/cdp-targets.ts';
import type { BenchCase } from '../bench-case.ts';
import { inPieces, LAST_WORDS, markdownText } from '../markdown-text.ts';
import { heapOf } from '../measure/heap.ts';
import { longestTask } from '../measure/longest-task.ts';
import { readThreads, spentBetween, type ThreadReading } from '../measure/thread-times.ts';
import type { Measurement } from '../measurement.ts';
import type { Bench } from '../open-bench.ts';
import { ask, MENU_ITEMS, openPanel, untilEnded } from '../panel.ts';
import { alternate, measurementsOf, type Sample } from '../rounds.ts';
import type { Subject } from '../subject.ts';

const LENGTH = 200_000;

/** Characters of the answer, at its beginning and at its end, whose time is compared. */
const PART = 20_000;

/** A token is about four characters. */
const PIECE = 16;
const PIECES_PER_SECOND = 2_500;

const TITLES = {
  pages: { title: 'main thread', unit: 'ms' },
  all: { title: 'main thread and background', unit: 'ms' },
} as const;

type Key = keyof typeof TITLES | 'first' | 'last';

/** A very long answer, at ten times the speed of a fast model. */
export const longAnswer: BenchCase = {
  name: 'long-answer',
  title: '200,000 characters of Markdown in 5 s; processor time',
  async measure(bench) {
    const { ours, floor } = bench;
    bench.answerWith({ pieces: ['Done.'], piecesPerSecond: 1000 });
    const panels = {
      base: await openPanel(floor, floor.article),
      ours: await openPanel(ours, ours.article),
    };
    const samples = await alternate(
      { warmUps: 1, rounds: 5 },
      {
        base: () => readAnswer(bench, floor, panels.base),
        ours: () => readAnswer(bench, ours, panels.ours),
      },
    );
    const tasks = await alternate(
      { warmUps: 0, rounds: 3 },
      {
        base: () => longestOf(bench, floor, panels.base),
        ours: () => longestOf(bench, ours, panels.ours),
      },
    );
    const isRendered = await panels.ours.evaluate<boolean>(
      `document.querySelectorAll('.answer h4').length === ${sections()}`,
    );
    if (!isRendered) throw new Error('Companion shows the answer as plain text');
    return [
      ...measurementsOf(TITLES, samples),
      ...measurementsOf({ longest: { title: 'longest task', unit: 'ms' } }, tasks),
      lastToFirst('by character, Companion, last 20,000 to first', samples.ours),
      lastToFirst('by character, floor, last 20,000 to first', samples.base),
      ...(await heaps(bench, panels)),
    ];
  },
};

async function readAnswer(
  { hub, answerWith }: Bench,
  subject: Subject,
  panel: CdpView,
): Promise<Sample<Key>> {
  const marks = new Map<number, ThreadReading>();
  answerWith({
    pieces: inPieces(markdownText(LENGTH), PIECE),
    piecesPerSecond: PIECES_PER_SECOND,
    onSend: (index) => {
      const at = index * PIECE;
      if (at % PART === 0) marks.set(at, readThreads(subject.userDataDir));
    },
  });
  const before = readThreads(subject.userDataDir);
  const chats = hub.chats.length;
  await ask(subject, panel);
  await panel.waitUntil(
    'the last word to be sent',
    async () => hub.chats.length > chats && hub.chats.at(-1)?.state === 'finished',
    60_000,
  );
  await untilEnded(subject, panel);
  const after = readThreads(subject.userDataDir);
  const shown = await panel.evaluate<string>('document.body.textContent');
  if (!shown.includes(LAST_WORDS)) throw new Error('The panel does not show the end of the answer');
  const perCharacter = (from: ThreadReading | undefined, to: ThreadReading | undefined): number => {
    if (!from || !to) throw new Error('The Hub has not sent the answer in its parts');
    return (spentBetween(from, to).pages / PART) * 1000;
  };
  const { pages, background } = spentBetween(before, after);
  return {
    pages,
    all: pages + background,
    first: perCharacter(marks.get(0), marks.get(PART)),
    last: perCharacter(marks.get(LENGTH - PART), after),
  };
}

async function longestOf(
  bench: Bench,
  subject: Subject,
  panel: CdpView,
): Promise<Sample<'longest'>> {
  const longest = await longestTask(subject.connection, async () => {
    await readAnswer(bench, subject, panel);
  });
  return { longest };
}

function lastToFirst(title: string, rounds: readonly Sample<Key>[]): Measurement {
  return {
    title,
    unit: 'µs',
    base: rounds.map(({ first }) => first),
    ours: rounds.map(({ last }) => last),
  };
}

async function heaps(
  bench: Bench,
  panels: { readonly base: CdpView; readonly ours: CdpView },
): Promise<Measurement[]> {
  const { ours, floor } = bench;
  return [
    {
      title: 'heap of the panel with it, documents included',
      unit: 'kB',
      base: [await heapOf(floor.connection, panels.base.targetId)],
      ours: [await heapOf(ours.connection, panels.ours.targetId)],
    },
    {
      title: 'heap of the background after it',
      unit: 'kB',
      base: [await backgroundHeap(bench, floor)],
      ours: [await backgroundHeap(bench, ours)],
    },
  ];
}

/** The floor's background has had nothing to do with the answer: it is what any has. */
async function backgroundHeap({ hub, answerWith }: Bench, subject: Subject): Promise<number> {
  const { browser, article, connection, name } = subject;
  if (name === 'floor') {
    const chats = hub.chats.length;
    answerWith({ pieces: ['Done.'], piecesPerSecond: 1000 });
    await browser.chooseFromContextMenu(article, '#p1', {
      index: 0,
      of: MENU_ITEMS,
      arrived: async () => hub.chats.length > chats,
    });
  }
  const background = await backgroundOf(connection, browser.extensionUrl(''));
  if (!background) throw new Error('The background has stopped');
  const heap = await heapOf(connection, background.targetId);
  await browser.closePanel();
  return heap;
}

function sections(): number {
  return markdownText(LENGTH).match(/^## /gmu)?.length ?? 0;
}

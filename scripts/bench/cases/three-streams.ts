import { windowOf } from '../../../tests/drivers/cdp-targets.ts';
import { CdpView } from '../../../tests/drivers/cdp-view.ts';
import type { BenchCase } from '../bench-case.ts';
import { inPieces, markdownText } from '../markdown-text.ts';
import { watchFrames } from '../measure/frames.ts';
import { readThreads, spentBetween } from '../measure/thread-times.ts';
import type { Bench } from '../open-bench.ts';
import { ask, openPanel, untilEnded } from '../panel.ts';
import { alternate, measurementsOf, type Sample } from '../rounds.ts';
import type { Subject } from '../subject.ts';

const TOKENS_PER_SECOND = 300;
const SECONDS = 4;
const CHARACTERS_PER_TOKEN = 4;

/** Three stand side by side on the screen: hidden ones would draw nothing. */
const WINDOW = { width: 700, height: 860 };

const TITLES = {
  pages: { title: 'main thread of the panels', unit: 'ms' },
  all: { title: 'main thread and background', unit: 'ms' },
  frame: { title: 'from frame to frame', unit: 'ms' },
} as const;

/** Three windows, each with an answer that streams. */
export const threeStreams: BenchCase = {
  name: 'three-streams',
  title: 'Three streams of 300 tokens a second at once, 4 s; processor time',
  async measure(bench) {
    const { ours, floor } = bench;
    bench.answerWith({ pieces: ['Done.'], piecesPerSecond: 1000 });
    const panels = {
      base: await openThree(bench, floor),
      ours: await openThree(bench, ours),
    };
    const samples = await alternate(
      { warmUps: 1, rounds: 5 },
      {
        base: () => readThree(bench, floor, panels.base),
        ours: () => readThree(bench, ours, panels.ours),
      },
    );
    return measurementsOf(TITLES, samples);
  },
};

async function openThree({ hub }: Bench, subject: Subject): Promise<CdpView[]> {
  const { connection, article } = subject;
  const first = await windowOf(connection, article.targetId);
  const bounds = { left: 0, top: 0, ...WINDOW };
  await connection.send('Browser.setWindowBounds', { windowId: first, bounds });
  const second = await openWindow(subject, hub.articleUrl, WINDOW.width);
  const third = await openWindow(subject, hub.articleUrl, WINDOW.width * 2);
  return [
    await openPanel(subject, article),
    await openPanel(subject, second),
    await openPanel(subject, third),
  ];
}

async function openWindow({ connection }: Subject, url: string, left: number): Promise<CdpView> {
  const { targetId } = await connection.send<{ targetId: string }>('Target.createTarget', {
    url,
    newWindow: true,
    left,
    top: 0,
    ...WINDOW,
  });
  const view = new CdpView(connection, targetId);
  await view.loaded();
  return view;
}

async function readThree(
  { hub, answerWith }: Bench,
  subject: Subject,
  panels: readonly CdpView[],
): Promise<Sample<keyof typeof TITLES>> {
  answerWith({
    pieces: inPieces(
      markdownText(TOKENS_PER_SECOND * SECONDS * CHARACTERS_PER_TOKEN),
      CHARACTERS_PER_TOKEN,
    ),
    piecesPerSecond: TOKENS_PER_SECOND,
  });
  const chats = hub.chats.length;
  const frames = await Promise.all(panels.map((panel) => watchFrames(panel)));
  const before = readThreads(subject.userDataDir);
  await Promise.all(panels.map((panel) => ask(subject, panel)));
  await subject.article.waitUntil(
    'three answers to be sent',
    async () => {
      const states = hub.chats.slice(chats).map(({ state }) => state);
      if (states.length === panels.length && states.every((state) => state === 'finished')) {
        return true;
      }
      throw new Error(`the Hub has ${states.join(', ') || 'no request'}`);
    },
    30_000,
  );
  const after = readThreads(subject.userDataDir);
  const betweenFrames = await Promise.all(frames.map((end) => end()));
  await Promise.all(panels.map((panel) => untilEnded(subject, panel)));
  const { pages, background } = spentBetween(before, after);
  return {
    pages,
    all: pages + background,
    frame: Math.max(...betweenFrames),
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import type { CdpView } from '../../../tests/drivers/cdp-view.ts';
import type { BenchCase } from '../bench-case.ts';
import { monotonicNow } from '../measure/clock.ts';
import { watchFirstPaint } from '../measure/first-paint.ts';
import type { Bench } from '../open-bench.ts';
import { ask, openPanel, PANELS, untilEnded } from '../panel.ts';
import { alternate, measurementsOf, type Sample } from '../rounds.ts';
import type { Subject } from '../subject.ts';

const TITLES = { painted: { title: 'to its paint', unit: 'ms' } } as const;

/** What the panel draws when it is asked must be over, or it would be measured too. */
const REST_MS = 300;

/** From the Hub's first word, which waits until the panel is at rest, to its paint. */
export const firstWord: BenchCase = {
  name: 'first-word',
  title: 'The first word of an answer, sent by the Hub, in an open panel',
  async measure(bench) {
    const { ours, floor } = bench;
    bench.answerWith({ pieces: ['Done.'], piecesPerSecond: 1000 });
    const panels = {
      base: await openPanel(floor, floor.article),
      ours: await openPanel(ours, ours.article),
    };
    const samples = await alternate(
      { warmUps: 2, rounds: 12 },
      {
        base: () => sentToPainted(bench, floor, panels.base),
        ours: () => sentToPainted(bench, ours, panels.ours),
      },
    );
    for (const { browser } of [ours, floor]) await browser.closePanel();
    return measurementsOf(TITLES, samples);
  },
};

async function sentToPainted(
  { hub, answerWith }: Bench,
  subject: Subject,
  panel: CdpView,
): Promise<Sample<'painted'>> {
  const sent = Promise.withResolvers<number>();
  answerWith({
    pieces: ['Done.'],
    piecesPerSecond: 1000,
    onSend: () => sent.resolve(monotonicNow()),
  });
  const before = hub.chats.length;
  const release = hub.hold();
  await ask(subject, panel);
  await panel.waitUntil('the request', async () => hub.chats.length > before);
  await delay(REST_MS);
  const painted = await watchFirstPaint(panel, PANELS[subject.name].answer);
  await delay(REST_MS);
  release();
  const sentAt = await sent.promise;
  const paintedAt = await painted();
  await untilEnded(subject, panel);
  return { painted: paintedAt - sentAt };
}

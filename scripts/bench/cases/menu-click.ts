import type { Hub } from '../../../tests/hub/hub.ts';
import type { Bench } from '../open-bench.ts';
import type { BenchCase } from '../bench-case.ts';
import { MENU_ITEMS } from '../panel.ts';
import { alternate, measurementsOf, type Sample } from '../rounds.ts';
import type { Subject } from '../subject.ts';

const TITLES = {
  cold: { title: 'background stopped', unit: 'ms' },
  warm: { title: 'background running', unit: 'ms' },
} as const;

type Key = keyof typeof TITLES;

/** The choice in the native menu, until the request is at the Hub; signed in, with the models known. */
export const menuClick: BenchCase = {
  name: 'menu-click',
  title: 'Menu click to the request at the Hub; the floor only asks, and opens no panel',
  async measure(bench) {
    const { ours, floor } = bench;
    bench.answerWith({ pieces: ['Done.'], piecesPerSecond: 1000 });
    for (const { browser, article } of [ours, floor]) await browser.select(article, '#p1');
    const samples = await alternate(
      { warmUps: 1, rounds: 10 },
      { base: () => coldAndWarm(bench, floor), ours: () => coldAndWarm(bench, ours) },
    );
    return measurementsOf(TITLES, samples);
  },
};

async function coldAndWarm({ hub }: Bench, subject: Subject): Promise<Sample<Key>> {
  const { browser } = subject;
  await browser.killBackground();
  if (await browser.backgroundRuns()) throw new Error('The background does not stay stopped');
  const cold = await clickToRequest(hub, subject);
  if (!(await browser.backgroundRuns())) throw new Error('The background has stopped by itself');
  return { cold, warm: await clickToRequest(hub, subject) };
}

async function clickToRequest(hub: Hub, { name, browser, article }: Subject): Promise<number> {
  const chatsBefore = hub.chats.length;
  const requestsBefore = hub.requests.length;
  let chosenAt = 0;
  await browser.chooseFromContextMenu(article, '#p1', {
    index: 0,
    of: MENU_ITEMS,
    arrived: async () => hub.chats.length > chatsBefore,
    onChoose: () => {
      chosenAt = performance.now();
    },
  });
  const request = hub.requests
    .slice(requestsBefore)
    .find(({ path }) => path === '/v1/chat/completions');
  if (!request) throw new Error('The request left no record');
  await article.waitUntil(
    'the end of the answer',
    async () => hub.chats.at(-1)?.state === 'finished',
  );
  if (name === 'ours') {
    await browser.panel();
    await browser.closePanel();
  }
  return request.arrivedAt - chosenAt;
}

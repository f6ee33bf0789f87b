import type { BenchCase } from '../bench-case.ts';
import { fillRuns } from '../history/fill-runs.ts';
import { monotonicNow } from '../measure/clock.ts';
import { msUntilMet } from '../measure/opened-document.ts';
import type { Bench } from '../open-bench.ts';
import { MENU_ITEMS, PANELS } from '../panel.ts';
import { alternate, measurementsOf, type Sample } from '../rounds.ts';
import type { Subject } from '../subject.ts';
import { RUNS } from './popup.ts';

const TITLES = { ready: { title: 'to the quote and its controls', unit: 'ms' } } as const;

/** The selection is quoted, and what can be done with it is enabled. */
const READY = `(() => {
  const controls = [...document.querySelectorAll('.run-controls button')];
  return document.querySelector('blockquote')?.textContent.startsWith('A lighthouse lens') &&
    controls.length > 0 && controls.every((control) => !control.disabled);
})()`;

/** The choice in the native menu, until the panel shows what was selected; signed in. */
export const panel: BenchCase = {
  name: 'panel',
  title:
    'The panel, from the choice in the menu to the selection in it; the floor is a static page',
  async measure(bench) {
    const { ours, floor } = bench;
    bench.answerWith({ pieces: ['Done.'], piecesPerSecond: 1000 });
    await fillRuns(ours, RUNS);
    const samples = await alternate(
      { warmUps: 2, rounds: 12 },
      { base: () => opened(bench, floor), ours: () => opened(bench, ours) },
    );
    return measurementsOf(TITLES, samples);
  },
};

async function opened({ hub }: Bench, subject: Subject): Promise<Sample<'ready'>> {
  const { browser, article, connection, name } = subject;
  const release = hub.hold();
  await article.bringToFront();
  await browser.select(article, '#p1');
  const url = browser.extensionUrl('sidepanel.html');
  const ready = await msUntilMet(connection, url, READY, async () => {
    let chosenAt = 0;
    await browser.chooseFromContextMenu(article, '#p1', {
      index: PANELS[name].opensBy,
      of: MENU_ITEMS,
      arrived: async () => (await browser.views()).length > 0,
      onChoose: () => {
        chosenAt = monotonicNow();
      },
    });
    return chosenAt;
  });
  release();
  await browser.panel();
  await browser.closePanel();
  return { ready };
}

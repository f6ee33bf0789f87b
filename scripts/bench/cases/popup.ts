import type { BenchCase } from '../bench-case.ts';
import { fillRuns } from '../history/fill-runs.ts';
import { monotonicNow } from '../measure/clock.ts';
import { msUntilMet } from '../measure/opened-document.ts';
import { alternate, measurementsOf, type Sample } from '../rounds.ts';
import type { Subject } from '../subject.ts';

/** In the history of who opens it. */
export const RUNS = 1_000;

const TITLES = { ready: { title: 'to the text and its actions', unit: 'ms' } } as const;

/** The box called Text has the focus and the selection, and no action is disabled. */
const READY = `(() => {
  const box = document.activeElement;
  const actions = [...document.querySelectorAll('.actions button')];
  return box?.matches('textarea') && box.value.startsWith('A lighthouse lens') &&
    actions.length >= 5 && actions.every((action) => !action.disabled);
})()`;

/** The shortcut of the toolbar button, until the popup can be worked with; signed in. */
export const popup: BenchCase = {
  name: 'popup',
  title: 'The popup, from its shortcut to the selection in its box; the floor is a static page',
  async measure(bench) {
    const { ours, floor } = bench;
    await fillRuns(ours, RUNS);
    for (const { browser, article } of [ours, floor]) {
      await article.bringToFront();
      await browser.select(article, '#p1');
    }
    const samples = await alternate(
      { warmUps: 2, rounds: 15 },
      { base: () => opened(floor), ours: () => opened(ours) },
    );
    return measurementsOf(TITLES, samples);
  },
};

async function opened({ browser, connection }: Subject): Promise<Sample<'ready'>> {
  const url = browser.extensionUrl('popup.html');
  const ready = await msUntilMet(connection, url, READY, async () => {
    const pressedAt = monotonicNow();
    await browser.openPopup();
    return pressedAt;
  });
  await browser.closePopup();
  return { ready };
}

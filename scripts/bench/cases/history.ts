import type { CdpView } from '../../../tests/drivers/cdp-view.ts';
import { PEOPLE } from '../../../tests/hub/accounts.ts';
import type { BenchCase } from '../bench-case.ts';
import { bundleInPage } from '../history/bundle-in-page.ts';
import { sampleWord } from '../history/sample-runs.ts';
import type { Bench } from '../open-bench.ts';
import { alternate, measurementsOf, type Sample } from '../rounds.ts';

const RUNS = 100_000;

/** Rows of a first page. */
const NEWEST = 50;

/** As many are written in one go. */
const AT_ONCE = 2_000;

const TITLES = {
  open: { title: 'from the click to the newest 50', unit: 'ms' },
  first: { title: 'from a common word to its runs', unit: 'ms' },
  worst: { title: 'the worst of four queries', unit: 'ms' },
} as const;

type Key = keyof typeof TITLES;

/** With a space: as a whole word, in about every fourth run. As a beginning it would be in all of them. */
const COMMON = `${sampleWord(30)} `;

/** Few runs, none, and many to look through: each differs from the newest 50, by which its answer is known. */
const QUERIES = [
  sampleWord(19_998),
  'zzq',
  `${sampleWord(200)} ${sampleWord(300)}`,
  `${sampleWord(40)} ${sampleWord(9_000)}`,
];

/** How each side is worked: what opens the list, where its rows are, and how a query gets in. */
const SIDES = {
  ours: {
    open: `[...document.querySelectorAll('.panel-bar button')][0].click()`,
    rows: '.history-days li',
    type: (query: string) => `(() => {
      const field = document.querySelector('input[type=search]');
      field.value = ${JSON.stringify(query)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })()`,
    status: `document.querySelector('.history-days [role=status]')?.textContent ?? ''`,
  },
  floor: {
    open: 'showNewest()',
    rows: '#list li',
    type: (query: string) => `search(${JSON.stringify(query)})`,
    status: `document.querySelector('#status').textContent`,
  },
} as const;

type Side = (typeof SIDES)[keyof typeof SIDES];

/** A history of two years: opening it, and searching it. Our side includes its pause for typing. */
export const history: BenchCase = {
  name: 'history',
  title: 'A history of 100,000 runs, against an array of the same texts in memory',
  async measure(bench) {
    const views = { base: await openFloor(bench), ours: await openOurs(bench) };
    const samples = await alternate(
      { warmUps: 1, rounds: 5 },
      { base: () => round(views.base, SIDES.floor), ours: () => round(views.ours, SIDES.ours) },
    );
    for (const view of Object.values(views)) await view.close();
    return measurementsOf(TITLES, samples);
  },
};

async function openOurs({ ours }: Bench): Promise<CdpView> {
  const view = await tab(ours.browser, 'sidepanel.html');
  const end = Date.now();
  for (let from = 1; from <= RUNS; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, RUNS + 1);
    await view.evaluate(`fillHistory('${PEOPLE.ada.id}', ${end}, ${from}, ${to})`);
  }
  return view;
}

async function openFloor({ floor }: Bench): Promise<CdpView> {
  const view = await tab(floor.browser, 'list.html');
  await view.evaluate(`void (globalThis.texts = sampleTexts(1, ${RUNS + 1}))`);
  return view;
}

async function tab(browser: Bench['ours']['browser'], page: string): Promise<CdpView> {
  const view = (await browser.openTab(browser.extensionUrl(page))) as CdpView;
  await view.evaluate(`${await bundleInPage()};0`);
  return view;
}

/** Opens the list anew, and asks each query from there. */
async function round(view: CdpView, side: Side): Promise<Sample<Key>> {
  await view.bringToFront();
  const open = await timed(view, side, side.open, NEWEST);
  const first = await asked(view, side, COMMON);
  const others: number[] = [];
  for (const query of QUERIES) others.push(await asked(view, side, query));
  // Back to what stands there without the list.
  await view.evaluate(
    side === SIDES.ours ? side.open : `document.querySelector('#list').replaceChildren()`,
  );
  return { open, first, worst: Math.max(first, ...others) };
}

async function asked(view: CdpView, side: Side, query: string): Promise<number> {
  const ms = await timed(view, side, side.type(query));
  await timed(view, side, side.type(''));
  return ms;
}

/** Does something, and waits until the list is another, has so many rows at least, and is painted. */
function timed(view: CdpView, side: Side, action: string, atLeast = 0): Promise<number> {
  return view.evaluate<number>(`(async () => {
    const look = () => [...document.querySelectorAll('${side.rows}')].map((row) => row.textContent).join() + ${side.status};
    const before = look();
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const start = performance.now();
    ${action};
    const isThere = () => look() !== before && document.querySelectorAll('${side.rows}').length >= ${atLeast};
    while (!isThere()) await frame();
    await frame();
    return performance.now() - start;
  })()`);
}

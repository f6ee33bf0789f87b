import { startChromium } from '../../../tests/drivers/chromium-process.ts';
import { CdpView } from '../../../tests/drivers/cdp-view.ts';
import type { BenchCase } from '../bench-case.ts';
import { injectedBytes } from '../measure/injected-bytes.ts';
import { pageMetrics } from '../measure/page-metrics.ts';
import { servePage } from '../page-server.ts';
import { alternate, measurementsOf, type Sample } from '../rounds.ts';

const TITLES = {
  load: { title: 'load event', unit: 'ms' },
  task: { title: 'main thread', unit: 'ms' },
  script: { title: 'script on it', unit: 'ms' },
  heap: { title: 'script heap', unit: 'kB' },
  listeners: { title: 'event listeners', unit: '' },
} as const;

type Key = keyof typeof TITLES;

/** A page that Companion has nothing to do with: its floor is a browser without any extension. */
export const pageLoad: BenchCase = {
  name: 'page-load',
  title: 'A web page of 200 paragraphs, with Companion and without any extension',
  async measure({ ours, floor }) {
    const server = await servePage();
    const bare = await startChromium({
      args: ['--window-position=0,0', '--window-size=1280,860', 'about:blank'],
      env: { ...process.env, DISPLAY: floor.display.name },
    });
    try {
      const { targetId } = await bare.connection.send<{ targetId: string }>('Target.createTarget', {
        url: server.url,
      });
      const without = new CdpView(bare.connection, targetId);
      const opened = await ours.connection.send<{ targetId: string }>('Target.createTarget', {
        url: server.url,
      });
      const withUs = new CdpView(ours.connection, opened.targetId);
      const samples = await alternate(
        { warmUps: 2, rounds: 10 },
        { base: () => load(without, server.url), ours: () => load(withUs, server.url) },
      );
      const injected =
        (await injectedBytes(ours.connection, withUs.targetId, () => load(withUs, server.url))) +
        Math.abs((await markupLength(withUs)) - (await markupLength(without)));
      if (injected > 0) throw new Error(`Companion puts ${injected} bytes into the page`);
      await withUs.close();
      return [
        ...measurementsOf(TITLES, samples),
        {
          title: 'bytes of script and markup put into it',
          unit: 'bytes',
          base: [0],
          ours: [injected],
        },
      ];
    } finally {
      await bare.close();
      await server.close();
    }
  },
};

/** Loads the page once more. */
async function load(view: CdpView, url: string): Promise<Sample<Key>> {
  return view.attached(async (send) => {
    const before = await pageMetrics(send);
    await view.navigate(url);
    const loadMs = await view.evaluate<number>(
      // Content scripts come when the page is idle, at the latest.
      `new Promise((done) => requestIdleCallback(() => {
        const [entry] = performance.getEntriesByType('navigation');
        done(entry.loadEventEnd);
      }))`,
    );
    const after = await pageMetrics(send);
    await send('HeapProfiler.collectGarbage');
    const settled = await pageMetrics(send);
    return {
      load: loadMs,
      task: (after('TaskDuration') - before('TaskDuration')) * 1000,
      script: (after('ScriptDuration') - before('ScriptDuration')) * 1000,
      heap: settled('JSHeapUsedSize') / 1000,
      listeners: settled('JSEventListeners'),
    };
  });
}

function markupLength(view: CdpView): Promise<number> {
  return view.evaluate('document.documentElement.outerHTML.length');
}

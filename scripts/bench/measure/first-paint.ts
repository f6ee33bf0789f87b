import type { CdpView } from '../../../tests/drivers/cdp-view.ts';
import { pageMetrics } from './page-metrics.ts';

/**
 * Learns when an element that is empty now gets its first text painted. The text may come in a task or
 * in a frame's callback; either way a resize observer is told in the very frame that paints it, just
 * before, and a message after: so the same moment is meant on both sides.
 */
const watch = (selector: string): string => `(() => {
  const hasText = () => Boolean(document.querySelector(${JSON.stringify(selector)})?.textContent);
  if (hasText()) throw new Error('There is text already');
  const probe = document.body.appendChild(document.createElement('i'));
  Object.assign(probe.style, { position: 'fixed', visibility: 'hidden', width: '1px', height: '1px' });
  globalThis.firstPaint = new Promise((done) => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => { probe.remove(); done(performance.now()); };
    const framed = new ResizeObserver(() => {
      if (probe.style.width !== '2px') return;
      framed.disconnect();
      painted.port2.postMessage(null);
    });
    framed.observe(probe);
    const changed = new MutationObserver(() => {
      if (!hasText()) return;
      changed.disconnect();
      probe.style.width = '2px';
    });
    changed.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
})()`;

/** @returns waits for the paint and tells its time, as `monotonicNow` does */
export async function watchFirstPaint(
  view: CdpView,
  selector: string,
): Promise<() => Promise<number>> {
  const zeroMs = await view.attached(
    async (send) => (await pageMetrics(send))('NavigationStart') * 1000,
  );
  await view.evaluate(watch(selector));
  return async () => zeroMs + (await view.evaluate<number>('globalThis.firstPaint'));
}

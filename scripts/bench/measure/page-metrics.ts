import type { Send } from '../../../tests/drivers/cdp-connection.ts';

type Metric =
  | 'TaskDuration'
  | 'ScriptDuration'
  | 'JSHeapUsedSize'
  | 'JSEventListeners'
  | 'NavigationStart';

/** Chromium's own figures of a page's main thread (Performance.getMetrics); times are in seconds. */
export async function pageMetrics(send: Send): Promise<(metric: Metric) => number> {
  // Processor time, so that other work on the machine does not count.
  await send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await send<{ metrics: ReadonlyArray<{ name: string; value: number }> }>(
    'Performance.getMetrics',
  );
  return (metric) => {
    const found = metrics.find(({ name }) => name === metric);
    if (!found) throw new Error(`Chromium no longer tells ${metric}`);
    return found.value;
  };
}

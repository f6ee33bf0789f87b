import type { CdpConnection } from '../../../tests/drivers/cdp-connection.ts';

interface HeapUsage {
  readonly usedSize: number;
  /** The document's own objects, beside those of script. */
  readonly embedderHeapUsedSize: number;
}

/** What a page or worker holds after a collection, in kilobytes. */
export async function heapOf(connection: CdpConnection, targetId: string): Promise<number> {
  return connection.withSession(targetId, async (send) => {
    // The second collects what the first has let go of.
    await send('HeapProfiler.collectGarbage');
    await send('HeapProfiler.collectGarbage');
    const usage = await send<HeapUsage>('Runtime.getHeapUsage');
    return (usage.usedSize + usage.embedderHeapUsedSize) / 1000;
  });
}

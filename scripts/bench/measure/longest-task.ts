import type { CdpConnection } from '../../../tests/drivers/cdp-connection.ts';

/** The parts of a trace event that tell of tasks (Chromium's Trace Event Format). */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on a processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const TASKS = 'disabled-by-default-devtools.timeline';

/**
 * The longest task of any page's main thread while `work` runs, in milliseconds on a processor: so it
 * is not longer because something else had the processor meanwhile.
 */
export async function longestTask(
  connection: CdpConnection,
  work: () => Promise<void>,
): Promise<number> {
  const events = await trace(connection, work);
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map((event) => threadOf(event)),
  );
  const tasks = events.filter(
    (event) => event.name === 'RunTask' && mainThreads.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error('The trace holds no tasks');
  return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1000;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}

async function trace(connection: CdpConnection, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const complete = Promise.withResolvers<void>();
  const before = connection.onEvent;
  connection.onEvent = (method, params) => {
    before(method, params);
    if (method === 'Tracing.dataCollected' && 'value' in params) {
      events.push(...(params.value as TraceEvent[]));
    }
    if (method === 'Tracing.tracingComplete') complete.resolve();
  };
  try {
    await connection.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: [TASKS], excludedCategories: ['*'] },
    });
    await work();
    await connection.send('Tracing.end');
    await complete.promise;
    return events;
  } finally {
    connection.onEvent = before;
  }
}

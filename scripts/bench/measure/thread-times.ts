import { readdirSync, readFileSync } from 'node:fs';

/** Time on a processor, in milliseconds, of the threads that run an extension. */
export interface ThreadTimes {
  /** The main threads of its pages: script, style, layout and paint of all panels together. */
  readonly pages: number;
  /** Its service worker. */
  readonly background: number;
}

/** The times so far, by thread: a background that stops takes its own with it. */
export type ThreadReading = ReadonlyMap<
  string,
  { readonly ms: number; readonly isWorker: boolean }
>;

/** What the kernel calls a service worker's thread: names are cut after 15 characters. */
const WORKER_THREAD = 'ServiceWorker t';

/**
 * Reads the processor time of the extension in the browser with this profile, from the kernel's own
 * account (proc(5), /proc/pid/task/tid/schedstat): nothing is attached and nothing in the browser runs
 * for it, and other work on the machine does not count. Linux only.
 *
 * @throws when no process of an extension runs
 */
export function readThreads(userDataDir: string): ThreadReading {
  const processes = readdirSync('/proc').filter((pid) => isExtensionOf(pid, userDataDir));
  if (processes.length === 0) throw new Error(`No extension runs in ${userDataDir}`);
  const times = new Map<string, { ms: number; isWorker: boolean }>();
  for (const pid of processes) {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const folder = `/proc/${pid}/task/${thread}`;
      const isWorker = read(`${folder}/comm`).trim() === WORKER_THREAD;
      if (isWorker || thread === pid) times.set(thread, { ms: ranMs(folder), isWorker });
    }
  }
  return times;
}

/** What was spent between two readings; a thread that is new has begun at zero. */
export function spentBetween(before: ThreadReading, after: ThreadReading): ThreadTimes {
  let pages = 0;
  let background = 0;
  for (const [thread, { ms, isWorker }] of after) {
    const spent = ms - (before.get(thread)?.ms ?? 0);
    if (isWorker) background += spent;
    else pages += spent;
  }
  return { pages, background };
}

function isExtensionOf(pid: string, userDataDir: string): boolean {
  if (!/^\d+$/u.test(pid)) return false;
  const command = read(`/proc/${pid}/cmdline`).split('\0').join(' ');
  return (
    command.includes(`--user-data-dir=${userDataDir} `) && command.includes('--extension-process')
  );
}

/** The first of three numbers: nanoseconds on a processor. */
function ranMs(folder: string): number {
  const [nanoseconds = ''] = read(`${folder}/schedstat`).split(' ');
  return Number(nanoseconds) / 1e6;
}

/** A thread or process that has ended meanwhile reads as empty. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

import { browser } from '@/utils/browser';

/** How long a new window may take to say where it is: Firefox knows it only after about 150 ms. */
const LOOKS = 20;
const LOOK_EVERY_MS = 100;

/** Flows that wait for their window, the newest last. */
const waiting: Watch[] = [];

interface Watch {
  /** Of the sign-in page: no port, which match patterns of host permissions do not know either. */
  hostname: string;
  onWindow: (windowId: number) => void;
}

/**
 * Watches for the window that `identity.launchWebAuthFlow` opens, which the API itself tells nothing
 * about: a new popup window at the host of the sign-in page, whose address the host permission shows.
 * Of several flows the newest gets it: one that was given up may have none yet, as long as the server
 * does not answer.
 *
 * @returns the function that ends it
 */
export function watchAuthWindow(hostname: string, onWindow: Watch['onWindow']): () => void {
  const watch = { hostname, onWindow };
  const created = browser.windows?.onCreated;
  if (waiting.length === 0) created?.addListener(onCreated);
  waiting.push(watch);
  return () => {
    const place = waiting.indexOf(watch);
    if (place >= 0) waiting.splice(place, 1);
    if (waiting.length === 0) created?.removeListener(onCreated);
  };
}

/** Closes a sign-in window, if it is known and still there, which ends its flow at once. */
export async function closeAuthWindow(windowId: number | undefined): Promise<void> {
  // It may be gone already.
  if (windowId !== undefined) await browser.windows?.remove(windowId).catch(() => undefined);
}

function onCreated({ id, type }: { id?: number; type?: string }): void {
  if (type === 'popup' && id !== undefined) void assign(id);
}

async function assign(windowId: number): Promise<void> {
  const hostname = await hostnameOf(windowId);
  const watch = waiting.findLast((candidate) => candidate.hostname === hostname);
  if (!watch) return;
  waiting.splice(waiting.indexOf(watch), 1);
  watch.onWindow(windowId);
}

/** Where a window is; `undefined` when it is at a host that is none of ours. */
async function hostnameOf(windowId: number): Promise<string | undefined> {
  for (let look = 0; look < LOOKS; look += 1) {
    const [tab] = await browser.tabs.query({ windowId }).catch(() => []);
    const url = tab?.url ?? '';
    if (/^https?:/.test(url)) return new URL(url).hostname;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return undefined;
}

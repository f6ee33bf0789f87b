const pending = new Set<ReturnType<typeof setTimeout>>();
const realSetTimeout = globalThis.setTimeout;

/* The Hub and Node have timers of their own, so that those of the global are the background's or a test's. */
globalThis.setTimeout = Object.assign((...parameters: Parameters<typeof setTimeout>) => {
  const timer = realSetTimeout(...parameters);
  pending.add(timer);
  return timer;
}, realSetTimeout);

/** Forgets what was to be done later: a background that is stopped does nothing more. */
export function dropTimers(): void {
  for (const timer of pending) clearTimeout(timer);
  pending.clear();
}

/** Waits until something has settled, however it did, but no longer than this. Never fails. */
export async function settledWithin(promise: Promise<unknown>, patienceMs: number): Promise<void> {
  const { promise: isLate, resolve } = Promise.withResolvers<unknown>();
  const timer = setTimeout(resolve, patienceMs);
  await Promise.race([promise.catch(() => undefined), isLate]);
  clearTimeout(timer);
}

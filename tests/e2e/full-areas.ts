import type { View } from '../drivers/driver.ts';
import type { Stage } from './stage.ts';

/* For specs about storage that is full or damaged. */

type Area = 'local' | 'session';

/** Evaluates statements in the background, with the browser's `storage`. */
export async function withStorage<T>({ browser }: Stage, statements: string): Promise<T> {
  return await browser.evaluateInBackground<T>(
    `(async () => { const { storage } = globalThis.browser ?? chrome; ${statements} })()`,
  );
}

/**
 * Writes a megabyte at a time, then less, until not even that fits, or 24 MiB are there. The session not with
 * the shortest texts, for which Chromium counts nothing there.
 *
 * @returns bytes written, and what the browser said in the end
 */
export async function fill(stage: Stage, area: Area): Promise<{ bytes: number; said: string }> {
  const sizes = [1 << 20, 1 << 14, 1 << 8, 32, ...(area === 'local' ? [1] : [])];
  return await withStorage(
    stage,
    `
    let bytes = 0, said = '', n = 0;
    for (const size of ${JSON.stringify(sizes)}) {
      while (bytes < 24 * (1 << 20)) {
        try {
          await storage.${area}.set({ ['filler.' + n++]: 'x'.repeat(size) });
          bytes += size;
        } catch (error) {
          said = String(error);
          break;
        }
      }
    }
    return { bytes, said };
  `,
  );
}

/** Takes away what {@link fill} has written. */
export async function empty(stage: Stage, area: Area): Promise<void> {
  await withStorage(
    stage,
    `
    const keys = Object.keys(await storage.${area}.get(null));
    await storage.${area}.remove(keys.filter((key) => key.startsWith('filler.')));
  `,
  );
}

/** Waits until a view tells of it. */
export async function says(view: View, words: string): Promise<void> {
  await view.waitUntil(words, async () => (await view.text('main', '')).includes(words));
}

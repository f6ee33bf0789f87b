import { readFile } from 'node:fs/promises';

import type { Display } from './driver.ts';
import { framebufferToPng } from './framebuffer.ts';
import { poll } from './poll.ts';

/** Equal pictures in a row that make a screen at rest; a fading window can give two by chance. */
const STILL_READS = 3;

/** A PNG of a whole virtual screen, once it has come to rest. */
export async function desktopPicture({ framebuffer }: Display): Promise<Buffer> {
  if (framebuffer === undefined) throw new Error('Only a virtual display has a screen to save');
  let before = await readFile(framebuffer);
  let equalReads = 0;
  const still = await poll(
    'the screen to come to rest',
    async () => {
      const now = await readFile(framebuffer);
      equalReads = now.equals(before) ? equalReads + 1 : 0;
      before = now;
      return equalReads >= STILL_READS && now;
    },
    { everyMs: 150 },
  );
  return framebufferToPng(still);
}

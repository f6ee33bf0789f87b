import type { View } from '../../tests/drivers/driver.ts';
import type { NamedLook } from './looks.ts';
import { settle } from './settle.ts';

/** More is a page that grows without end. CSS pixels. */
const HIGHEST = 6_000;

interface Measured {
  readonly height: number;
  readonly isTooWide: boolean;
}

const MEASURE = `(({ scrollHeight: height, scrollWidth, clientWidth }) =>
  ({ height, isTooWide: scrollWidth > clientWidth }))(document.documentElement)`;

/** Takes a picture of a document with a look. @returns whether the document is wider than its window */
export async function takePicture(
  view: View,
  { look, isWhole }: NamedLook,
  file: string,
  act?: () => Promise<void>,
): Promise<boolean> {
  let { size } = look;
  let isActed = false;
  for (;;) {
    const wanted = await view.withLook({ ...look, ...(size && { size }) }, async () => {
      if (!isActed) await act?.();
      isActed = true;
      await settle(view);
      const measured = await view.evaluate<Measured>(MEASURE);
      const height = Math.min(measured.height, HIGHEST);
      // What comes late can be larger than what was measured before.
      if (isWhole && size && height > size.height) return { ...size, height };
      await view.screenshot(file);
      return measured.isTooWide;
    });
    if (typeof wanted === 'boolean') return wanted;
    size = wanted;
  }
}

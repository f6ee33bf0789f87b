import type { Send } from './cdp-connection.ts';
import type { Look } from './driver.ts';

/** Emulates a look for as long as `use` runs. */
export async function wearing<T>(
  send: Send,
  { colorScheme = 'light', hasForcedColors, hasReducedMotion, zoom = 1, size }: Look,
  use: () => Promise<T>,
): Promise<T> {
  await send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'forced-colors', value: hasForcedColors ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: hasReducedMotion ? 'reduce' : 'no-preference' },
    ],
  });
  if (size) {
    const metrics = { ...size, deviceScaleFactor: zoom, mobile: false };
    await send('Emulation.setDeviceMetricsOverride', metrics);
    // They would take some of that size, where a real popup grows by them.
    await send('Emulation.setScrollbarsHidden', { hidden: true });
  }
  try {
    return await use();
  } finally {
    // The document may have closed itself meanwhile, and its look with it.
    await undress(send).catch(() => undefined);
  }
}

async function undress(send: Send): Promise<void> {
  await send('Emulation.setEmulatedMedia', { features: [] });
  await send('Emulation.clearDeviceMetricsOverride');
  await send('Emulation.setScrollbarsHidden', { hidden: false });
}

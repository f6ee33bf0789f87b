/** Draws `public/icon/*.png` from the two SVG files, in a Chromium without a window. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';

import { evaluate } from '../tests/drivers/cdp-call.ts';
import type { Send } from '../tests/drivers/cdp-connection.ts';
import { startChromium } from '../tests/drivers/chromium-process.ts';

const ROOT = new URL('../', import.meta.url);

/** Pixels of each side; at 16 the lines of the large drawing would blur, so it has its own. */
const DRAWINGS = [
  { size: 16, source: 'icon-16.svg' },
  { size: 32, source: 'icon.svg' },
  { size: 48, source: 'icon.svg' },
  { size: 128, source: 'icon.svg' },
] as const;

async function draw(send: Send, svg: string, size: number): Promise<Buffer> {
  await send('Emulation.setDeviceMetricsOverride', {
    width: size,
    height: size,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
  await evaluate(
    send,
    `document.documentElement.style.cssText = 'overflow: hidden';
     document.body.style.cssText = 'margin: 0; line-height: 0';
     document.body.innerHTML = ${JSON.stringify(svg)};
     document.querySelector('svg').setAttribute('width', ${size});
     undefined`,
  );
  const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
  return Buffer.from(data, 'base64');
}

const browser = await startChromium({ args: ['--headless=new', 'about:blank'] });
try {
  const { connection } = browser;
  const { targetId } = await connection.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
  });
  await mkdir(new URL('public/icon/', ROOT), { recursive: true });
  for (const { size, source } of DRAWINGS) {
    const svg = await readFile(new URL(`assets/${source}`, ROOT), 'utf8');
    const png = await connection.withSession(targetId, (send) => draw(send, svg, size));
    await writeFile(new URL(`public/icon/${size}.png`, ROOT), png);
    process.stdout.write(`public/icon/${size}.png\n`);
  }
} finally {
  await browser.close();
}

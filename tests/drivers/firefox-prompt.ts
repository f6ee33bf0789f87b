import type { FirefoxConnection } from './firefox-connection.ts';
import { poll } from './poll.ts';
import type { Xdotool } from './xdotool.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `()` → where on the screen the prompt for an extension's permission has its Allow, while it shows. */
const ALLOW = `() => {
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    const prompt = window.document.getElementById('addon-webext-permissions-notification');
    if (prompt?.closest('panel')?.state !== 'open') continue;
    const box = prompt.button.getBoundingClientRect();
    return {
      x: Math.round(window.mozInnerScreenX + box.left + box.width / 2),
      y: Math.round(window.mozInnerScreenY + box.top + box.height / 2),
    };
  }
  return null;
}`;

/**
 * Clicks Allow in the prompt that Firefox shows for `permissions.request`, with the real pointer,
 * until it is gone: it takes no click in its first moment.
 */
export async function allowInPrompt(
  connection: FirefoxConnection,
  xdotool: Xdotool,
): Promise<void> {
  const find = (): Promise<Point | null> => connection.inBrowser<Point | null>(ALLOW);
  const click = ({ x, y }: Point): Promise<string> => xdotool('mousemove', x, y, 'click', 1);
  await click(await poll('the prompt', async () => (await find()) ?? undefined));
  await poll(
    'the prompt to close',
    async () => {
      const point = await find();
      if (point === null) return true;
      await click(point);
      return false;
    },
    { everyMs: 300 },
  );
}

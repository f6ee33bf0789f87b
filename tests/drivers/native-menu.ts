import type { MenuItem } from './driver.ts';
import { untilArrived } from './menu-gesture.ts';
import { poll } from './poll.ts';
import { visibleWindows } from './xdotool.ts';
import type { Xdotool } from './xdotool.ts';

/** In milliseconds: a menu that is not there by then did not get the click or the key, if not given. */
const MENU_TIMEOUT = 2_000;

/** The windows that have appeared since `before`: a menu is an X window of its own. */
async function newWindows(
  xdotool: Xdotool,
  before: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  return (await visibleWindows(xdotool)).difference(before);
}

/** Waits for a menu to open over what was there before, and gives its window. */
async function menuOver(
  xdotool: Xdotool,
  before: ReadonlySet<string>,
  timeoutMs = MENU_TIMEOUT,
): Promise<ReadonlySet<string>> {
  return poll(
    'a menu',
    async () => {
      const menu = await newWindows(xdotool, before);
      return menu.size > 0 && menu;
    },
    { timeoutMs, everyMs: 20 },
  );
}

/**
 * Walks by keys to our entry: Chromium puts it last but one, above Inspect, and when it has
 * several items they are in a submenu of it.
 */
async function walk(
  xdotool: Xdotool,
  { index, of, menuTimeoutMs, onChoose }: MenuItem,
  before: ReadonlySet<string>,
): Promise<void> {
  const menu = await menuOver(xdotool, before, menuTimeoutMs);
  await xdotool('key', 'Up');
  await xdotool('key', 'Up');
  if (of > 1) {
    await xdotool('key', 'Right');
    // Without a submenu the entry is not ours: Return must not go to "View page source".
    await menuOver(xdotool, before.union(menu));
    for (let step = 0; step < index; step += 1) await xdotool('key', 'Down');
  }
  onChoose?.();
  await xdotool('key', 'Return');
  await poll(
    'the menu to close',
    // What the choice itself opens may stay: only the menu has to go.
    async () => menu.isDisjointFrom(await visibleWindows(xdotool)),
    { timeoutMs: MENU_TIMEOUT },
  );
}

async function closeMenus(xdotool: Xdotool, before: ReadonlySet<string>): Promise<void> {
  await poll('the menus to close', async () => {
    const open = await newWindows(xdotool, before);
    if (open.size > 0) await xdotool('key', 'Escape');
    return open.size === 0;
  });
}

/** Right-clicks at a point of the screen, in pixels, and chooses an item of the extension. */
export async function chooseAt(
  xdotool: Xdotool,
  point: { readonly x: number; readonly y: number },
  item: MenuItem,
): Promise<void> {
  let before: ReadonlySet<string> = new Set();
  await untilArrived(
    item,
    async () => {
      before = await visibleWindows(xdotool);
      await xdotool('mousemove', point.x, point.y, 'click', 3);
      await walk(xdotool, item, before);
    },
    () => closeMenus(xdotool, before),
  );
}

import type { MenuItem } from './driver.ts';
import type { FirefoxConnection } from './firefox-connection.ts';
import { untilArrived } from './menu-gesture.ts';
import { poll } from './poll.ts';
import type { Xdotool } from './xdotool.ts';

/** In milliseconds: a menu that is not there by then did not get the click, if not given. */
const MENU_TIMEOUT = 2_000;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * `(extensionId, index, of)` → where on the screen to click next: on our entry, or on the item of
 * our submenu once that is open, with how many there are. Firefox draws its menus itself, so their
 * state is known; the pointer that clicks is the real one.
 */
const NEXT = `(extensionId, index, of) => {
  const menu = document.getElementById('contentAreaContextMenu');
  if (menu.state !== 'open') return null;
  const prefix = extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-menuitem-';
  const entries = [...menu.children].filter(({ id }) => id.startsWith(prefix));
  if (entries.length !== 1) throw new Error('the menu has ' + entries.length + ' entries of the extension');
  const [entry] = entries;
  const submenu = entry.querySelector('menupopup');
  if ((submenu?.children.length ?? 1) !== of) throw new Error('the extension has not ' + of + ' items');
  const isInside = submenu?.state === 'open';
  const box = (isInside ? submenu.children[index] : entry).getBoundingClientRect();
  return {
    isLast: isInside || !submenu,
    x: Math.round(window.mozInnerScreenX + box.left + Math.min(box.width / 2, 40)),
    y: Math.round(window.mozInnerScreenY + box.top + box.height / 2),
  };
}`;

const IS_OPEN = `() => document.getElementById('contentAreaContextMenu').state !== 'closed'`;

interface Next extends Point {
  readonly isLast: boolean;
}

/** The context menu of pages in the first browser window. */
export class FirefoxMenu {
  readonly #connection: FirefoxConnection;
  readonly #extensionId: string;
  readonly #xdotool: Xdotool;

  constructor(connection: FirefoxConnection, extensionId: string, xdotool: Xdotool) {
    this.#connection = connection;
    this.#extensionId = extensionId;
    this.#xdotool = xdotool;
  }

  /** Right-clicks at a point of the screen, in pixels, and chooses an item of the extension. */
  async chooseAt(point: Point, item: MenuItem): Promise<void> {
    await untilArrived(
      item,
      async () => {
        await this.#xdotool('mousemove', point.x, point.y, 'click', 3);
        let next = await this.#next('a menu', item, () => true);
        if (!next.isLast) {
          await this.#click(next);
          next = await this.#next('the submenu', item, ({ isLast }) => isLast);
        }
        item.onChoose?.();
        await this.#click(next);
        await poll('the menu to close', async () => !(await this.#isOpen()), {
          timeoutMs: MENU_TIMEOUT,
        });
      },
      () =>
        poll('the menus to close', async () => {
          if (!(await this.#isOpen())) return true;
          await this.#xdotool('key', 'Escape');
          return false;
        }).then(() => undefined),
    );
  }

  async #next(
    what: string,
    { index, of, menuTimeoutMs = MENU_TIMEOUT }: MenuItem,
    fits: (next: Next) => boolean,
  ): Promise<Next> {
    return poll(
      what,
      async () => {
        const next = await this.#connection.inBrowser<Next | null>(
          NEXT,
          this.#extensionId,
          index,
          of,
        );
        return next !== null && fits(next) && next;
      },
      { timeoutMs: menuTimeoutMs, everyMs: 20 },
    );
  }

  async #click({ x, y }: Point): Promise<void> {
    await this.#xdotool('mousemove', x, y, 'click', 1);
  }

  #isOpen(): Promise<boolean> {
    return this.#connection.inBrowser<boolean>(IS_OPEN);
  }
}

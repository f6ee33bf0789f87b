import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs xdotool on a display and gives its output. */
export type Xdotool = (...args: ReadonlyArray<string | number>) => Promise<string>;

/** xdotool for one X display. */
export function xdotoolOn(display: string): Xdotool {
  return async (...args) => {
    const { stdout } = await run('xdotool', args.map(String), {
      env: { ...process.env, DISPLAY: display },
    });
    return stdout;
  };
}

async function search(xdotool: Xdotool, ...pattern: string[]): Promise<string[]> {
  // xdotool ends with 1 when it finds nothing.
  const output = await xdotool('search', '--maxdepth', 1, '--onlyvisible', ...pattern).catch(
    () => '',
  );
  return output.split('\n').filter(Boolean);
}

/** All X windows that can be seen now: each browser window, popup and menu is one. */
export async function visibleWindows(xdotool: Xdotool): Promise<ReadonlySet<string>> {
  return new Set(await search(xdotool, '--name', ''));
}

/** The top-level windows of a browser by a part of their class; Chromium's popups and menus have none. */
export function browserWindows(xdotool: Xdotool, classPart: string): Promise<string[]> {
  return search(xdotool, '--class', classPart);
}

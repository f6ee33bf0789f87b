import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { findChromium, isExecutable } from '../../tests/drivers/find-chromium.ts';
import { findFirefox } from '../../tests/drivers/find-firefox.ts';
import type { Machine, Tool } from './plan.ts';

function isInPath(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.some((folder) => isExecutable(path.join(folder, program)));
}

const IS_HERE: Readonly<Record<Tool, () => boolean>> = {
  chromium: () => findChromium() !== undefined,
  firefox: () => findFirefox() !== undefined,
  xvfb: () => isInPath('Xvfb'),
  xdotool: () => isInPath('xdotool'),
};

/** Looks around on this computer; `needed` are the tools to look for. */
export function lookAround(needed: readonly Tool[]): Machine {
  const missing = needed.filter((tool) => !IS_HERE[tool]());
  const hasApt = isInPath('apt-get');
  const isRoot = process.getuid?.() === 0;
  const asksSudo = missing.length > 0 && hasApt && !isRoot && isInPath('sudo');
  const hasSudo = asksSudo && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return { platform: process.platform, missing, hasApt, isRoot, hasSudo };
}

import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { findChromium, isExecutable } from '../../tests/drivers/find-chromium.ts';
import type { Machine, Tool } from './plan.ts';

const PROGRAMS: Readonly<Record<Exclude<Tool, 'chromium'>, string>> = {
  xvfb: 'Xvfb',
  xdotool: 'xdotool',
};

function isInPath(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.some((folder) => isExecutable(path.join(folder, program)));
}

function isHere(tool: Tool): boolean {
  return tool === 'chromium' ? findChromium() !== undefined : isInPath(PROGRAMS[tool]);
}

/** Looks around on this computer; `needed` are the tools to look for. */
export function lookAround(needed: readonly Tool[]): Machine {
  const missing = needed.filter((tool) => !isHere(tool));
  const hasApt = isInPath('apt-get');
  const isRoot = process.getuid?.() === 0;
  const asksSudo = missing.length > 0 && hasApt && !isRoot && isInPath('sudo');
  const hasSudo = asksSudo && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return { platform: process.platform, missing, hasApt, isRoot, hasSudo };
}

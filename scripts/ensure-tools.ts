/**
 * Makes sure that the browser tests (or, with `--only=browser`, the demo on a display of its own)
 * have their tools. Says in one sentence what it installs before it does so, or what to install.
 */
import { spawnSync } from 'node:child_process';

import { lookAround } from './tools/find-tools.ts';
import { planFor } from './tools/plan.ts';
import type { Plan, Tool } from './tools/plan.ts';

function neededTools(args: readonly string[]): readonly Tool[] {
  const unknown = args.find((arg) => arg !== '--only=browser');
  if (unknown !== undefined) throw new Error(`There is no option ${unknown}.`);
  return args.length > 0 ? ['chromium'] : ['chromium', 'xvfb', 'xdotool'];
}

function carryOut(plan: Plan, needed: readonly Tool[]): number {
  if (plan.kind === 'nothing') return 0;
  process.stdout.write(`${plan.sentence}\n`);
  if (plan.kind === 'give-up') return 1;
  const { status } = spawnSync('sh', ['-c', plan.command], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  // apt-get may succeed and yet leave no program: Ubuntu's package only asks for the snap.
  if (status === 0 && lookAround(needed).missing.length === 0) return 0;
  process.stdout.write('The installation did not work; what apt-get said is above.\n');
  return 1;
}

try {
  const needed = neededTools(process.argv.slice(2));
  process.exitCode = carryOut(planFor(lookAround(needed)), needed);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

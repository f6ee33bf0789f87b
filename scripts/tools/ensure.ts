import { spawnSync } from 'node:child_process';
import { lookAround } from './find-tools.ts';
import { planFor, type Tool } from './plan.ts';

/**
 * Makes sure that the tools are there. Says in one sentence what it installs before it does so, or
 * what to install where it cannot.
 *
 * @returns whether they are there now
 */
export function ensure(needed: readonly Tool[]): boolean {
  const plan = planFor(lookAround(needed));
  if (plan.kind === 'nothing') return true;
  process.stdout.write(`${plan.sentence}\n`);
  if (plan.kind === 'give-up') return false;
  const { status } = spawnSync('sh', ['-c', plan.command], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  // apt-get may succeed and yet leave no program: Ubuntu's package only asks for the snap.
  if (status === 0 && lookAround(needed).missing.length === 0) return true;
  process.stdout.write('The installation did not work; what apt-get said is above.\n');
  return false;
}

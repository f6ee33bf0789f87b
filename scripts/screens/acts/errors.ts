import type { View } from '../../../tests/drivers/driver.ts';
import { ERRORS } from '../../../tests/unit/support/every-error.ts';
import type { CompanionError } from '../../../utils/errors/companion-error.ts';
import { DONE, SENT } from '../content/runs.ts';
import { showRun } from '../page-world.ts';
import type { Scene } from '../scene.ts';
import type { Act, Screen } from '../screen.ts';

/** After these there is a part of an answer. */
const BROKEN_OFF = new Set<CompanionError['kind']>([
  'stream-cut',
  'stream-damaged',
  'stream-error',
  'answer-filtered',
  'answer-at-limit',
  'stalled',
  'interrupted',
]);

async function show(scene: Scene, error: CompanionError): Promise<View> {
  const panel = await scene.reuse('sidepanel.html');
  const run = BROKEN_OFF.has(error.kind) ? DONE : SENT;
  await showRun(panel, { ...run, state: { kind: 'failed', error } });
  await panel.waitFor('alert', '');
  return panel;
}

/** Every error there is, as the panel tells it of a run. Some can only be met elsewhere; the words are the same. */
export const ALL_ERRORS: Act = {
  name: 'errors',
  screens: [
    ...Object.values<CompanionError[]>(ERRORS).flatMap((errors) =>
      errors.map((error, index): Screen => ({
        surface: 'panel',
        name: `error-${error.kind}${errors.length > 1 ? `-${index + 1}` : ''}`,
        isPlain: true,
        show: (scene) => show(scene, error),
      })),
    ),
    {
      surface: 'panel',
      name: 'error-with-a-countdown',
      answers: 'What do I do now?',
      isPlain: true,
      show: (scene) => show(scene, { kind: 'rate-limited', retryAt: Date.now() + 90_000 }),
    },
  ],
};

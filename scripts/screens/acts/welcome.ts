import { ask, forgetRuns, writeStored } from '../page-world.ts';
import type { Act, Screen } from '../screen.ts';

/** The first run of somebody who has not signed in, with a client id or without. */
export function firstRun(name: string, more: Partial<Screen> = {}): Screen {
  return { surface: 'welcome', name, show: (scene) => scene.open('welcome.html'), ...more };
}

/** The first run, once somebody has signed in. */
export const WELCOME: Act = {
  name: 'welcome',
  screens: [
    firstRun('signed-in', { answers: 'Who gets my text?' }),
    firstRun('tried', {
      show: async (scene) => {
        const page = await scene.open('welcome.html');
        await forgetRuns(page);
        await page.click('button', scene.word('welcome.run'));
        await page.waitFor('button', scene.word('run.tryAgain'));
        return page;
      },
    }),
    firstRun('no-models', {
      show: async (scene) => {
        const page = await scene.open('options.html');
        await writeStored(page, 'local', 'modelCatalogue', undefined);
        scene.hub.fault({
          kind: 'status',
          path: '/v1/models',
          status: 503,
          body: 'Busy',
          times: 20,
        });
        const welcome = await scene.open('welcome.html');
        await welcome.waitFor('alert', '');
        return welcome;
      },
      leave: async (scene) => {
        scene.hub.clearFaults();
        await ask(await scene.open('options.html'), 'models.refresh');
      },
    }),
    firstRun('all-done', {
      show: async (scene) => {
        const page = await scene.open('welcome.html');
        const settled = { pin: 'skipped', try: 'done' };
        await writeStored(page, 'local', 'welcome', settled);
        return page;
      },
    }),
  ],
};

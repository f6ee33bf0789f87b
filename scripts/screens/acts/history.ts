import type { View } from '../../../tests/drivers/driver.ts';
import { manyRuns } from '../content/runs.ts';
import { ask, forgetRuns, importRuns, subOf } from '../page-world.ts';
import type { Scene } from '../scene.ts';
import type { Act } from '../screen.ts';

async function open(scene: Scene): Promise<View> {
  const panel = await scene.open('sidepanel.html');
  await panel.click('button', scene.word('history.title'));
  await panel.waitFor('searchbox', scene.word('history.search'));
  return panel;
}

async function search(scene: Scene, query: string): Promise<View> {
  const panel = await open(scene);
  await panel.fill('searchbox', scene.word('history.search'), query);
  return panel;
}

async function keep(scene: Scene, retention: 'all' | 'none'): Promise<void> {
  const panel = await scene.open('sidepanel.html');
  await ask(panel, 'history.set-retention', { sub: await subOf(panel), retention });
}

/** The history in the panel. */
export const HISTORY: Act = {
  name: 'history',
  begin: async (scene) => forgetRuns(await scene.open('sidepanel.html')),
  screens: [
    { surface: 'panel', name: 'history-empty', show: open },
    {
      surface: 'panel',
      name: 'history',
      show: async (scene) => {
        await importRuns(await scene.open('sidepanel.html'), manyRuns(Date.now()));
        return await open(scene);
      },
    },
    {
      surface: 'panel',
      name: 'history-found',
      show: (scene) => search(scene, 'Fresnel'),
    },
    {
      surface: 'panel',
      name: 'history-nothing-found',
      show: (scene) => search(scene, 'zeppelin'),
    },
    {
      surface: 'panel',
      name: 'history-delete',
      show: async (scene) => {
        const panel = await open(scene);
        await panel.waitFor('button', scene.named('history.deleteNamed'));
        const [first] = (await panel.names('button')).filter((name) =>
          scene.named('history.deleteNamed').test(name),
        );
        await panel.click('button', first ?? '');
        await panel.waitFor('button', scene.word('history.keep'));
        return panel;
      },
    },
    {
      surface: 'panel',
      name: 'history-off',
      show: async (scene) => {
        await keep(scene, 'none');
        return await open(scene);
      },
      leave: (scene) => keep(scene, 'all'),
    },
  ],
};

import type { View } from '../../../tests/drivers/driver.ts';
import { startOwnServer } from '../../../tests/hub/own-server.ts';
import { ledger } from '../content/ledger.ts';
import { LONG_MODEL, LONG_NAME } from '../content/texts.ts';
import { ask, readStored, subOf, writeStored } from '../page-world.ts';
import type { Scene } from '../scene.ts';
import type { Act, Screen } from '../screen.ts';

function place(name: string, more: Partial<Screen> = {}): Screen {
  return { surface: 'options', name, show: (scene) => scene.open(`options.html#${name}`), ...more };
}

/** The options of somebody who is signed in. */
export const OPTIONS: Act = {
  name: 'options',
  screens: [
    place('account'),
    place('actions'),
    place('models'),
    place('privacy'),
    place('shortcuts'),
    place('appearance'),
    place('about'),
    place('spending', {
      name: 'spending-of-months',
      answers: 'What did it cost?',
      show: async (scene) => {
        const page = await scene.open('options.html#spending');
        await writeStored(page, 'local', 'ledgers', { [await subOf(page)]: ledger(Date.now()) });
        return page;
      },
    }),
    place('spending', {
      name: 'amount-refused',
      show: async (scene) => {
        const page = await scene.open('options.html#spending');
        await page.fill('textbox', scene.word('money.askAbove'), 'a lot');
        await page.press('Tab');
        await page.waitUntil('the refusal', async () =>
          (await page.text('main', '')).includes(scene.word('money.noAmount')),
        );
        return page;
      },
    }),
    place('history', {
      name: 'delete-all',
      show: async (scene) => {
        const page = await scene.open('options.html#history');
        await page.click('button', scene.word('history.deleteAll'));
        await page.waitFor('button', scene.word('history.keep'));
        return page;
      },
    }),
    place('privacy', {
      name: 'delete-everything',
      act: (page, scene) => page.click('button', scene.word('deleteAll.ask')),
    }),
    place('endpoints', { name: 'endpoint-works', show: (scene) => addEndpoint(scene, 'vLLM') }),
    place('endpoints', {
      name: 'endpoint-fails',
      show: (scene) => addEndpoint(scene, 'another program'),
    }),
    place('endpoints', {
      name: 'endpoint-address-refused',
      show: async (scene) => {
        const page = await scene.open('options.html#endpoints');
        await page.fill('textbox', scene.word('endpoint.url'), 'https://example.com');
        await page.press('Enter');
        await page.waitFor('alert', '');
        return page;
      },
    }),
    place('account', { name: 'long-names', show: withLongNames }),
    { surface: 'popup', name: 'long-names', show: (scene) => scene.open('popup.html') },
  ],
};

async function addEndpoint(scene: Scene, kind: 'vLLM' | 'another program'): Promise<View> {
  const page = await scene.open('options.html#endpoints');
  const server = await startOwnServer({ kind });
  try {
    const url = `${server.origin}/v1`;
    await ask(page, 'endpoints.add', { url, name: `${kind} in the attic`, sendsToken: false });
    const check = scene.word('endpoint.checkOf').replace('{name}', `${kind} in the attic`);
    await page.click('button', check);
    await page.waitUntil('the end of the check', async () => {
      const said = [...(await page.names('alert')), await page.text('main', '')];
      return !said.join(' ').includes(scene.word('endpoint.checking'));
    });
  } finally {
    await server.close();
  }
  return page;
}

async function withLongNames(scene: Scene): Promise<View> {
  const page = await scene.open('options.html#account');
  const accounts = await readStored<{ active: string; list: Record<string, unknown>[] }>(
    page,
    'local',
    'accounts',
  );
  const organizations = [
    'Society for the Preservation of Coastal Lights and Their Keepers',
    'Analytical Engine',
  ];
  const list = accounts?.list.map((account) => ({
    ...account,
    fullName: LONG_NAME,
    username: 'maximiliane-featherstonehaugh-cholmondeley',
    organizations: organizations.map((name, index) => ({
      sub: String(index),
      name,
      username: `organization-${index}`,
      canPay: true,
    })),
  }));
  const sub = await subOf(page);
  await writeStored(page, 'local', 'accounts', { ...accounts, list });
  await writeStored(page, 'local', 'settingsByAccount', {
    [sub]: { choices: { default: { model: LONG_MODEL } } },
  });
  return page;
}

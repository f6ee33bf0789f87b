import type { View } from '../../../tests/drivers/driver.ts';
import { SHORT_ANSWER, TEXT } from '../content/texts.ts';
import { DONE, manyRuns } from '../content/runs.ts';
import { ask, forgetRuns, importRuns, showRun, windowOf, writeStored } from '../page-world.ts';
import type { Scene } from '../scene.ts';
import type { Act, Screen } from '../screen.ts';
import { signIn } from './sign-in.ts';

async function open(scene: Scene): Promise<View> {
  const popup = await scene.open('popup.html');
  await popup.waitFor('textbox', scene.word('run.text'));
  await forgetRuns(popup);
  return popup;
}

async function openWith(scene: Scene, text: string): Promise<View> {
  const popup = await open(scene);
  await popup.fill('textbox', scene.word('run.text'), text);
  return popup;
}

/** The popup of somebody who is signed in and has asked nothing. */
export const POPUP: Act = {
  name: 'popup',
  begin: signIn,
  screens: [
    {
      surface: 'popup',
      name: 'with-selection',
      answers: 'Who gets my text?',
      isReal: true,
      show: async ({ browser, article, word }) => {
        await article.bringToFront();
        await browser.select(article, '#p1');
        const popup = await browser.openPopup();
        await popup.waitUntil(
          'the selection',
          async () => (await popup.value('textbox', word('run.text'))) !== '',
        );
        return popup;
      },
      leave: ({ browser }) => browser.closePopup(),
    },
    { surface: 'popup', name: 'empty', show: open },
    {
      surface: 'popup',
      name: 'organizations',
      show: open,
      act: (popup) => popup.evaluate(`document.querySelector('.account-organizations').focus()`),
    },
    {
      surface: 'popup',
      name: 'typed-text',
      show: (scene) => openWith(scene, TEXT),
    },
    {
      surface: 'popup',
      name: 'account-menu',
      show: open,
      act: (popup, scene) => popup.click('button', scene.word('account.menu')),
    },
    {
      surface: 'popup',
      name: 'model-list',
      show: async (scene) => {
        const popup = await open(scene);
        await popup.click('combobox', scene.word('model.label'));
        await popup.waitFor('option', /demo/);
        return popup;
      },
    },
    {
      surface: 'popup',
      name: 'no-model-found',
      show: async (scene) => {
        const popup = await open(scene);
        await popup.fill('combobox', scene.word('model.label'), 'zeppelin');
        return popup;
      },
    },
    {
      surface: 'popup',
      name: 'no-text',
      show: async (scene) => {
        const popup = await open(scene);
        await popup.click('button', scene.word('action.rewrite'));
        await popup.waitFor('alert', '');
        return popup;
      },
    },
    {
      surface: 'popup',
      name: 'no-question',
      show: async (scene) => {
        const popup = await openWith(scene, TEXT);
        await popup.click('button', scene.word('action.ask'));
        await popup.waitFor('alert', '');
        return popup;
      },
    },
    {
      surface: 'popup',
      name: 'answered',
      show: async (scene) => {
        const popup = await openWith(scene, TEXT);
        await showRun(popup, { ...DONE, answer: SHORT_ANSWER });
        return popup;
      },
    },
    streaming(),
    {
      surface: 'popup',
      name: 'memory-only',
      show: async (scene) => {
        const popup = await open(scene);
        await writeStored(popup, 'session', 'memoryOnly', true);
        return popup;
      },
      leave: async (scene) =>
        writeStored(await scene.open('popup.html'), 'session', 'memoryOnly', undefined),
    },
    {
      surface: 'popup',
      name: 'credits-used-up',
      answers: 'What do I do now?',
      show: async (scene) => {
        const popup = await openWith(scene, TEXT);
        scene.hub.fault({
          kind: 'status',
          path: '/v1/chat/completions',
          status: 402,
          body: { error: 'You have depleted your monthly included credits.' },
        });
        await popup.click('button', scene.word('action.summarize'));
        await popup.waitFor('alert', '');
        return popup;
      },
    },
  ],
};

/** A run under way below the box, with those before it. */
function streaming(): Screen {
  let release: (() => void) | undefined;
  return {
    surface: 'popup',
    name: 'streaming',
    show: async (scene) => {
      const popup = await open(scene);
      await importRuns(popup, manyRuns(Date.now()).slice(0, 3));
      release = scene.hub.hold({ afterWords: 12 });
      const before = scene.hub.chats.length;
      const windowId = await windowOf(popup);
      await ask(popup, 'run.start', { windowId, action: 'explain', text: TEXT });
      await popup.waitUntil(
        'words',
        async () => (scene.hub.chats[before]?.sentText.length ?? 0) > 30,
      );
      return popup;
    },
    leave: async () => release?.(),
  };
}

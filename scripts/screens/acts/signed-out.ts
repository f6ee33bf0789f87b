import type { View } from '../../../tests/drivers/driver.ts';
import { TEXT } from '../content/texts.ts';
import { ask, windowOf, writeStored } from '../page-world.ts';
import type { Scene } from '../scene.ts';
import type { Act, Screen } from '../screen.ts';
import { card } from './card.ts';
import { firstRun } from './welcome.ts';

const opening = (page: string) => (scene: Scene) => scene.open(page);

/** A build without a client id, before one was entered. */
export const SETUP: Act = {
  name: 'setup',
  screens: [
    firstRun('no-client-id'),
    {
      surface: 'popup',
      name: 'no-client-id',
      show: opening('popup.html'),
    },
    {
      surface: 'popup',
      name: 'client-id-refused',
      show: async (scene) => {
        const popup = await scene.open('popup.html');
        await popup.fill('textbox', scene.word('setup.clientId'), 'hf_notAClientIdAtAll');
        await popup.press('Enter');
        await popup.waitFor('alert', '');
        return popup;
      },
    },
    { surface: 'panel', name: 'no-client-id', show: opening('sidepanel.html') },
    { surface: 'options', name: 'no-client-id', show: opening('options.html') },
  ],
};

/** Somebody who has never signed in. */
export const SIGNED_OUT: Act = {
  name: 'signed-out',
  begin: async (scene) => {
    const page = await scene.open('options.html');
    await ask(page, 'settings.set-client-id', { clientId: scene.hub.clientId });
  },
  screens: [
    firstRun('signed-out', { answers: 'What do I do now?' }),
    {
      surface: 'popup',
      name: 'signed-out',
      answers: 'Who gets my text?',
      show: opening('popup.html'),
    },
    { surface: 'panel', name: 'signed-out', show: opening('sidepanel.html') },
    { surface: 'options', name: 'signed-out', show: opening('options.html') },
    { surface: 'options', name: 'code', show: opening('options.html#code') },
    {
      surface: 'options',
      name: 'code-shown',
      show: async (scene) => {
        const page = await scene.open('options.html#code');
        await page.click('button', scene.word('device.getCode'));
        await page.waitFor('button', scene.word('device.copyCode'));
        return page;
      },
    },
    {
      surface: 'panel',
      name: 'held-by-sign-in',
      answers: 'What do I do now?',
      show: async (scene) => {
        const panel = await scene.open('sidepanel.html');
        await startRun(panel);
        return panel;
      },
    },
    {
      surface: 'popup',
      name: 'held-by-sign-in',
      show: async (scene) => {
        const popup = await scene.open('popup.html');
        await startRun(popup);
        return popup;
      },
    },
    card('held-by-sign-in'),
    withSignIn('popup', 'signing-in', { status: 'in-progress', startedAt: Date.now() }),
    withSignIn('panel', 'signing-in', { status: 'in-progress', startedAt: Date.now() }),
    withSignIn('popup', 'sign-in-cancelled', failed({ kind: 'sign-in-cancelled' })),
    withSignIn('popup', 'sign-in-denied', failed({ kind: 'sign-in-denied' })),
    withSignIn(
      'popup',
      'sign-in-failed',
      failed({ kind: 'sign-in-failed', code: 'invalid_scope' }),
    ),
    withSignIn('popup', 'sign-in-refused', failed({ kind: 'sign-in-refused', check: 'state' })),
    {
      surface: 'panel',
      name: 'history-signed-out',
      show: async (scene) => {
        const panel = await scene.open('sidepanel.html');
        await panel.click('button', scene.word('history.title'));
        return panel;
      },
    },
    withOwnEndpoint('popup'),
    withOwnEndpoint('welcome'),
  ],
};

function failed(error: object) {
  return { status: 'failed', error };
}

/** A page beside a sign-in that is under way, or has failed. */
function withSignIn(surface: 'popup' | 'panel', name: string, progress: object): Screen {
  const file = surface === 'popup' ? 'popup.html' : 'sidepanel.html';
  return {
    surface,
    name,
    show: async (scene) => {
      const page = await scene.open(file);
      await writeStored(page, 'session', 'signIn', progress);
      return page;
    },
  };
}

/** Somebody without an account, who has a server of their own. */
function withOwnEndpoint(surface: 'popup' | 'welcome'): Screen {
  let id = '';
  return {
    surface,
    name: 'own-endpoint',
    show: async (scene) => {
      const page = await scene.open('options.html');
      const url = 'http://127.0.0.1:11434/v1';
      id = await ask<string>(page, 'endpoints.add', { url, name: 'Ollama', sendsToken: false });
      const choices = { default: { model: 'qwen3:8b', endpoint: id } };
      await ask(page, 'settings.change', { sub: '', change: { choices } });
      return await scene.open(`${surface}.html`);
    },
    leave: async (scene) => {
      const page = await scene.open('options.html');
      await ask(page, 'settings.change', { sub: '', change: { choices: { default: null } } });
      await ask(page, 'endpoints.remove', { id });
    },
  };
}

async function startRun(page: View): Promise<void> {
  await ask(page, 'run.start', { windowId: await windowOf(page), action: 'summarize', text: TEXT });
}

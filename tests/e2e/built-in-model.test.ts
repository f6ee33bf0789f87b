import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, showsAnswer, wordsOf, type Stage } from './stage.ts';

const ANSWER = 'A lens on this computer bends light.';
const BUTTON = "Download and use the browser's built-in model (free)";

let stage: Stage;
let panel: View;

beforeAll(async () => {
  stage = await openStage('built-in-model');
  await stage.signIn();
  await stage.choose(stage.article, '#p1', 'summarize');
  panel = await stage.browser.panel();
  await panel.waitFor('button', 'Try again');
});
afterAll(() => stage.close());

/** Browsers without a model of their own, and without the room for one, get one that says the same to everybody. */
async function giveModel(): Promise<void> {
  await panel.evaluate(`(() => {
    window.asked = [];
    const words = ${JSON.stringify(ANSWER)}.split(/(?<= )/);
    window.LanguageModel = {
      availability: async () => 'downloadable',
      create: async ({ initialPrompts }) => {
        const asked = { initialPrompts, isAllowed: navigator.userActivation.isActive };
        window.asked.push(asked);
        return {
          promptStreaming: (input) => {
            asked.input = input;
            return new ReadableStream({
              pull: (controller) => {
                const word = words.shift();
                if (word === undefined) controller.close();
                else controller.enqueue(word);
              },
            });
          },
          destroy: () => {
            asked.isDestroyed = true;
          },
        };
      },
    };
    return true;
  })()`);
}

describe('a browser with a model of its own', () => {
  it('[R22] goes on with it when the credits are used up, with one click that also starts its download', async () => {
    const { hub } = stage;
    await giveModel();
    hub.fault({
      kind: 'status',
      path: '/v1/chat/completions',
      status: 402,
      body: { error: 'You have depleted your monthly included credits.' },
    });
    await panel.click('button', 'Try again');
    await panel.waitFor('button', BUTTON);
    expect(await panel.text('alert', '')).toContain('Your text is kept');
    const chats = hub.chats.length;
    await panel.click('button', BUTTON);
    await showsAnswer(panel, wordsOf(ANSWER));
    await panel.waitFor('button', 'Try again');
    await panel.waitFor('heading', "Summarize with the browser's built-in model");
    expect(hub.chats).toHaveLength(chats);
    const [asked, ...others] = await panel.evaluate<
      {
        initialPrompts: { role: string }[];
        input: string;
        isAllowed: boolean;
        isDestroyed: true;
      }[]
    >('window.asked');
    expect(others).toEqual([]);
    expect(asked).toMatchObject({
      initialPrompts: [{ role: 'system' }],
      input: expect.stringContaining('A lighthouse lens'),
      isAllowed: true,
      isDestroyed: true,
    });
  });
});

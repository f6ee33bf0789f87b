import type { View } from '../../../tests/drivers/driver.ts';
import { ACTION_IDS, type ActionId } from '../../../utils/actions/action.ts';
import type { Scene } from '../scene.ts';
import type { Act, Screen } from '../screen.ts';

/** The card on the Hub's article, once it stands there. */
async function show(scene: Scene, action: ActionId, selector: string): Promise<View> {
  const { article, browser } = scene;
  await article.bringToFront();
  await browser.select(article, selector);
  await browser.chooseFromContextMenu(article, selector, {
    index: ACTION_IDS.indexOf(action),
    of: ACTION_IDS.length,
    arrived: () => article.evaluate(`document.querySelector('html > [popover]') !== null`),
  });
  await article.waitFor('dialog', /./);
  return article;
}

async function close({ article }: Scene): Promise<void> {
  await article.press('Escape');
  await article.waitFor('dialog', /./, { gone: true });
}

/** A card, by default that of a run that goes on by itself. */
export function card(name: string, more: Partial<Screen> = {}): Screen {
  const screen = { surface: 'card', name, isReal: true, leave: close } as const;
  return { ...screen, show: (scene) => show(scene, 'explain', '#p1'), ...more };
}

/** Answers next to the selection. */
export const CARD: Act = {
  name: 'card',
  screens: [
    card('answered', {
      answers: 'What did it cost?',
      show: async (scene) => {
        const page = await show(scene, 'explain', '#p1');
        await page.waitFor('button', scene.word('run.copy'));
        return page;
      },
    }),
    streaming(),
    card('credits-used-up', {
      show: async (scene) => {
        scene.hub.fault({
          kind: 'status',
          path: '/v1/chat/completions',
          status: 402,
          body: { error: 'You have depleted your monthly included credits.' },
        });
        return await show(scene, 'translate', '#p2');
      },
    }),
  ],
};

function streaming(): Screen {
  let release: (() => void) | undefined;
  return card('streaming', {
    show: async (scene) => {
      release = scene.hub.hold({ afterWords: 8 });
      return await show(scene, 'explain', '#p2');
    },
    leave: async (scene) => {
      release?.();
      await close(scene);
    },
  });
}

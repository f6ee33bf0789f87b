import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTS } from '../../scripts/screens/acts/index.ts';
import { makeScene, type Scene } from '../../scripts/screens/scene.ts';
import type { Screen } from '../../scripts/screens/screen.ts';
import { settle } from '../../scripts/screens/settle.ts';
import { violationsIn } from './axe.ts';
import { openStage, type Stage } from './stage.ts';
import { smallTargetsIn, unseenFocusIn } from './targets.ts';

let stage: Stage;
let scene: Scene;

beforeAll(async () => {
  stage = await openStage('accessibility', { OAUTH_CLIENT_ID: '' });
  scene = makeScene(stage);
});
afterAll(() => stage.close());

/** The card's element in the web page: the page is not ours to judge. */
const CARD = 'html > [popover]';

/** Axe does not read what a style sheet has drawn, as browsers and screen readers do: it gets it as text. */
const DRAWN_AS_TEXT = `(root) => {
  for (const drawn of root.querySelectorAll('[data-text]')) {
    drawn.textContent = drawn.dataset.text;
    delete drawn.dataset.text;
  }
}`;

/** Words of the same error with other values: the pictures have them, and axe would find the same. */
const isVariant = ({ name, isPlain }: Screen) => isPlain === true && /-(?!1$)\d+$/.test(name);

describe.each(ACTS)('$name', ({ begin, screens }) => {
  beforeAll(async () => begin?.(scene));

  it.each(screens.filter((screen) => !isVariant(screen)))(
    '$surface, $name: axe finds nothing, targets are large, the focus is seen',
    async (screen) => {
      const view = await screen.show(scene);
      const part = screen.surface === 'card' ? CARD : undefined;
      const root = part && `document.querySelector('${part}').shadowRoot`;
      try {
        await screen.act?.(view, scene);
        if (part) await view.openClosedRoot(part);
        await settle(view);
        if (root) await view.evaluate(`(${DRAWN_AS_TEXT})(${root})`);
        expect(await violationsIn(view, undefined, part)).toEqual([]);
        // Of a theme only the colours differ, and those of plain screens are all the same.
        if (!screen.isPlain)
          await view.withLook({ colorScheme: 'dark' }, async () => {
            await settle(view);
            expect(await violationsIn(view, ['color-contrast'], part)).toEqual([]);
          });
        expect(await smallTargetsIn(view, root)).toEqual([]);
        // In a web page Tab goes through the page.
        if (!screen.isPlain && !part) expect(await unseenFocusIn(view)).toEqual([]);
      } finally {
        await screen.leave?.(scene);
      }
    },
  );
});

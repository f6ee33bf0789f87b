import { options, type VNode } from 'preact';

/** The attribute that a style sheet draws (card.css). */
const DRAWN = 'data-text';

/**
 * Has all texts that are drawn from now on be generated content, for good: call it once, in a script of its
 * own. In both browsers `window.find` looks into closed roots, and the selection then hands the page what was
 * found, in Firefox the nodes themselves; of generated content neither knows, while a screen reader reads it.
 */
export function drawTextsUnreadable(): void {
  const others = options.vnode?.bind(options);
  // A text is a node without a type, and its own props.
  options.vnode = (vnode: VNode) => {
    others?.(vnode);
    const node = vnode as { type: unknown; props: unknown };
    if (node.type !== null || node.props === '') return;
    node.props = { [DRAWN]: String(node.props) };
    node.type = 'span';
  };
}

/**
 * Gives what asks for the direction of its own text (`dir="auto"`) that direction: browsers look at texts of
 * the document only.
 */
export function directUnreadable(container: Element): void {
  for (const element of container.querySelectorAll<HTMLElement>('[dir="auto"]')) {
    const own = [...element.querySelectorAll<HTMLElement>(`[${DRAWN}]`)].filter(
      (drawn) => drawn.closest('[dir]') === element,
    );
    const direction = firstDirection(own.map(({ dataset }) => dataset['text']).join(''));
    if (direction) element.dir = direction;
  }
}

/** As in the Unicode Bidirectional Algorithm, rule P2, by scripts. `undefined` without a letter. */
function firstDirection(text: string): 'ltr' | 'rtl' | undefined {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

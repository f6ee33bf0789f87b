import { options, render, type ComponentChild, type ContainerNode, type VNode } from 'preact';

/** The attribute that a style sheet draws (card.css). */
const DRAWN = 'data-text';

let isDrawing = false;

/**
 * Draws something at once with all its texts as generated content. In both browsers `window.find` looks into
 * closed roots, and the selection then hands the page what was found; of generated content neither knows,
 * while a screen reader reads it.
 */
export function drawUnreadable(child: ComponentChild, container: ContainerNode): void {
  isDrawing = true;
  try {
    render(child, container);
  } finally {
    isDrawing = false;
  }
}

const others = options.vnode?.bind(options);
// A text is a node without a type, and its own props.
options.vnode = (vnode: VNode) => {
  others?.(vnode);
  const node = vnode as { type: unknown; props: unknown };
  if (!isDrawing || node.type !== null || node.props === '') return;
  node.props = { [DRAWN]: String(node.props) };
  node.type = 'span';
};

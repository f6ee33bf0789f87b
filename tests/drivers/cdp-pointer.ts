import { callOn } from './cdp-call.ts';
import type { Send } from './cdp-connection.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whether the element, a part of it or a label of it gets a click at this point, through shadow roots. */
const HIT_TEST = `function (x, y) {
  const root = this.getRootNode();
  const hit = root.elementFromPoint(x, y);
  return hit !== null && (this.contains(hit) || hit.contains(this) || hit.shadowRoot?.contains(this) === true);
}`;

async function middle(send: Send, backendNodeId: number): Promise<Point> {
  await send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { quads } = await send<{ quads: number[][] }>('DOM.getContentQuads', { backendNodeId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
  if (x1 === x3 || y1 === y3) throw new Error('the element has no size');
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}

/**
 * The middle of an element, in CSS pixels of the viewport, once it is at rest and not covered.
 * Throws while it still moves or something lies on top, so the caller asks again.
 */
export async function clickablePoint(send: Send, node: number): Promise<Point> {
  const before = await middle(send, node);
  const onTop = await callOn<boolean>(send, node, HIT_TEST, before.x, before.y);
  if (!onTop) throw new Error('something covers the element');
  const after = await middle(send, node);
  if (before.x !== after.x || before.y !== after.y) throw new Error('the element still moves');
  return after;
}

/** Presses the main button at a point, moves to another in a few steps, and lets go. */
export async function dragFrom(send: Send, { x, y }: Point, by: Point): Promise<void> {
  const mouse = (type: string, part: number) =>
    send('Input.dispatchMouseEvent', {
      type,
      x: x + by.x * part,
      y: y + by.y * part,
      button: 'left',
      buttons: 1,
      clickCount: 1,
    });
  await mouse('mousePressed', 0);
  for (const part of [0.25, 0.5, 0.75, 1]) await mouse('mouseMoved', part);
  await mouse('mouseReleased', 1);
}

/** Moves to the point, presses and releases the main button. */
export async function clickAt(send: Send, { x, y }: Point): Promise<void> {
  await send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  const button = { x, y, button: 'left', clickCount: 1 };
  await send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
  await send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button }).catch(
    // A click may close its own document (a popup, the sign-in window) before it is answered.
    (error: Error) => {
      if (!/closed|detached|No target|Session/u.test(error.message)) throw error;
    },
  );
}

import { callOn } from './cdp-call.ts';
import type { Send } from './cdp-connection.ts';

interface WithRoots {
  readonly node: { readonly shadowRoots?: readonly { readonly backendNodeId: number }[] };
}

const SHOW = `function () {
  Object.defineProperty(this.host, 'shadowRoot', { value: this, configurable: true });
}`;

/** Gives the document's own scripts the closed shadow root of an element. */
export async function openClosedRoot(send: Send, selector: string): Promise<void> {
  const { root } = await send<{ root: { nodeId: number } }>('DOM.getDocument', { depth: 0 });
  const { nodeId } = await send<{ nodeId: number }>('DOM.querySelector', {
    nodeId: root.nodeId,
    selector,
  });
  const { node } = await send<WithRoots>('DOM.describeNode', { nodeId, depth: 1, pierce: true });
  const [shadow] = node.shadowRoots ?? [];
  if (!shadow) throw new Error(`${selector} has no shadow root`);
  await callOn(send, shadow.backendNodeId, SHOW);
}

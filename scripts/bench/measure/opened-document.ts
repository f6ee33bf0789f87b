import type { CdpConnection, Send } from '../../../tests/drivers/cdp-connection.ts';
import { poll } from '../../../tests/drivers/poll.ts';
import { pageMetrics } from './page-metrics.ts';

/** The part of Target.attachedToTarget that is used here. */
interface Attached {
  readonly sessionId?: string;
  readonly targetInfo?: { readonly url: string };
}

/** Notes, in the frame after which it is painted, when a condition holds for the first time. */
const watch = (condition: string): string => `(() => {
  if (globalThis !== top) return;
  const look = () => {
    if (!(${condition})) return void requestAnimationFrame(look);
    const painted = new MessageChannel();
    painted.port1.onmessage = () => { globalThis.metAt = performance.now(); };
    painted.port2.postMessage(null);
  };
  requestAnimationFrame(look);
})()`;

/**
 * Learns when a document that is about to open meets a condition, and has painted it. It is watched from
 * before its first script on, for which the browser lets it wait a moment: the same on both sides.
 *
 * @param url of the document
 * @param condition a JavaScript expression
 * @param open opens the document, and tells when the person did so, as `monotonicNow` does
 * @returns milliseconds from there to the paint
 */
export async function msUntilMet(
  connection: CdpConnection,
  url: string,
  condition: string,
  open: () => Promise<number>,
): Promise<number> {
  let session: string | undefined;
  const before = connection.onEvent;
  connection.onEvent = (method, params) => {
    before(method, params);
    const { sessionId, targetInfo }: Attached = params;
    if (method !== 'Target.attachedToTarget' || sessionId === undefined) return;
    const isMeant = targetInfo?.url === url;
    if (isMeant) {
      session = sessionId;
      const source = watch(condition);
      void connection.send('Page.enable', {}, sessionId);
      void connection.send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId);
    }
    void connection.send('Runtime.runIfWaitingForDebugger', {}, sessionId);
  };
  const attachTo = (isOn: boolean) =>
    connection.send('Target.setAutoAttach', {
      autoAttach: isOn,
      waitForDebuggerOnStart: isOn,
      flatten: true,
      ...(isOn && { filter: [{ type: 'page' }] }),
    });
  try {
    await attachTo(true);
    const openedAt = await open();
    const sessionId = await poll(`${url} to open`, async () => session);
    const send: Send = (method, params) => connection.send(method, params, sessionId);
    const metAt = await poll('the condition', () => numberOf(send, 'globalThis.metAt'));
    const zeroMs = (await pageMetrics(send))('NavigationStart') * 1000;
    return zeroMs + metAt - openedAt;
  } finally {
    await attachTo(false);
    connection.onEvent = before;
  }
}

async function numberOf(send: Send, expression: string): Promise<number | undefined> {
  const { result } = await send<{ result: { value?: number } }>('Runtime.evaluate', { expression });
  return result.value;
}

import type { CdpConnection, Send } from '../../../tests/drivers/cdp-connection.ts';
import { poll } from '../../../tests/drivers/poll.ts';
import { pageMetrics } from './page-metrics.ts';

/** The part of Target.targetCreated and Target.targetInfoChanged that is used here. */
interface Told {
  readonly targetInfo?: { readonly targetId: string; readonly url: string };
}

/** Notes, in the frame after which it is painted, when a condition holds for the first time. */
const watch = (condition: string): string => `(() => {
  if (globalThis !== top || globalThis.isWatched) return;
  globalThis.isWatched = true;
  const look = () => {
    if (!(${condition})) return void requestAnimationFrame(look);
    const painted = new MessageChannel();
    painted.port1.onmessage = () => { globalThis.metAt = performance.now(); };
    painted.port2.postMessage(null);
  };
  requestAnimationFrame(look);
})()`;

/**
 * Learns when a document that is about to open meets a condition, and has painted it. It is watched as
 * soon as the browser tells of it, which is before its first script on both sides.
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
  const source = watch(condition);
  let session: Promise<string> | undefined;
  const attach = async (targetId: string): Promise<string> => {
    const params = { targetId, flatten: true };
    const { sessionId } = await connection.send<{ sessionId: string }>(
      'Target.attachToTarget',
      params,
    );
    await Promise.all([
      connection.send('Page.enable', {}, sessionId),
      connection.send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId),
      connection.send('Runtime.evaluate', { expression: source }, sessionId),
    ]);
    return sessionId;
  };
  const before = connection.onEvent;
  connection.onEvent = (method, params) => {
    before(method, params);
    const { targetInfo }: Told = params as Told;
    if (targetInfo?.url === url && method.startsWith('Target.target')) {
      session ??= attach(targetInfo.targetId);
    }
  };
  await connection.send('Target.setDiscoverTargets', { discover: true });
  try {
    const openedAt = await open();
    const sessionId = await poll(`${url} to open`, async () => session);
    const send: Send = (method, params) => connection.send(method, params, sessionId);
    const metAt = await poll('the condition', () => numberOf(send, 'globalThis.metAt'));
    const zeroMs = (await pageMetrics(send))('NavigationStart') * 1000;
    await connection.send('Target.detachFromTarget', { sessionId });
    return zeroMs + metAt - openedAt;
  } finally {
    connection.onEvent = before;
    await connection.send('Target.setDiscoverTargets', { discover: false });
  }
}

async function numberOf(send: Send, expression: string): Promise<number | undefined> {
  const { result } = await send<{ result: { value?: number } }>('Runtime.evaluate', { expression });
  return result.value;
}

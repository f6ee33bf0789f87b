import type { Runtime } from 'webextension-polyfill';
import { Failure } from '@/utils/errors/failure';
import type { AskedOfView, AskView } from '@/utils/runs/ask-view';
import type { ViewerMessage } from './protocol';
import { post, type Viewer } from './tell-viewers';

/** What was asked of a view, and is not answered yet. */
interface Pending {
  port: Runtime.Port;
  onText: (text: string) => void;
  finish: (finish: 'stop' | 'length') => void;
  fail: (cause: unknown) => void;
}

/** Asks views, and hears what they answer: only the one that was asked, and only until it has ended. */
export function askOneViewer(viewers: ReadonlyMap<Runtime.Port, Viewer>) {
  const pending = new Map<string, Pending>();

  const ask: AskView = async (asked, { signal, onText }) => {
    signal.throwIfAborted();
    const port = viewOf(asked, viewers);
    if (!port) throw new Failure({ kind: 'built-in-unavailable' });
    // Another for each request: what still comes of an earlier one of the same run is nobody's.
    const id = crypto.randomUUID();
    const { promise, resolve: finish, reject: fail } = Promise.withResolvers<'stop' | 'length'>();
    const onAbort = () => {
      post(port, { kind: 'stop-inferring', id });
      fail(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    pending.set(id, { port, onText, finish, fail });
    const { messages, maxTokens } = asked;
    post(port, { kind: 'infer', id, messages, maxTokens });
    try {
      return await promise;
    } finally {
      pending.delete(id);
      signal.removeEventListener('abort', onAbort);
    }
  };

  return {
    ask,
    /** A view answers. What nobody waits for is answered by a stop: the background may have been another. */
    hear: (
      port: Runtime.Port,
      message: Extract<ViewerMessage, { kind: 'inferred' | 'inferred-end' }>,
    ): void => {
      const { id } = message;
      const asked = pending.get(id);
      if (asked?.port !== port) return post(port, { kind: 'stop-inferring', id });
      if (message.kind === 'inferred') return asked.onText(message.text);
      pending.delete(id);
      const { end } = message;
      if (end === 'stop' || end === 'length') asked.finish(end);
      else asked.fail(new Failure({ kind: end }));
    },
    /** A view has gone. */
    leave: (port: Runtime.Port): void => {
      for (const asked of pending.values()) {
        if (asked.port === port) asked.fail(new Failure({ kind: 'interrupted' }));
      }
    },
  };
}

/** The view that has come last of those that show the run, so the one that was most likely clicked in. */
function viewOf(
  { runId, windowId }: AskedOfView,
  viewers: ReadonlyMap<Runtime.Port, Viewer>,
): Runtime.Port | undefined {
  const ports = [...viewers].filter(
    ([, viewer]) =>
      viewer.isGreeted && (viewer.shown.includes(runId) || viewer.windowId === windowId),
  );
  return ports.at(-1)?.[0];
}

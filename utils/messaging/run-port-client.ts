import { browser } from '@/utils/browser';
import { RUN_PORT, type RunPortEvent, type ViewerMessage } from './protocol';

/** Pause before a lost port is opened again. Milliseconds. */
const RECONNECT_MS = 200;

/** A view's line to the background. */
export interface RunPort {
  /** Says something, unless the line is broken just now. */
  send(message: ViewerMessage): void;
  close(): void;
}

/**
 * Watches the conversation of a window. When the background goes away the port is opened again, which
 * wakes it; a snapshot then tells how things stand.
 */
export function watchRuns(windowId: number, onEvent: (event: RunPortEvent) => void): RunPort {
  let isOver = false;
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  const connect = () => {
    if (isOver) return;
    port = browser.runtime.connect({ name: RUN_PORT });
    port.onMessage.addListener((message) => onEvent(message as RunPortEvent));
    port.onDisconnect.addListener(() => {
      port = undefined;
      setTimeout(connect, RECONNECT_MS);
    });
    port.postMessage({ kind: 'attach', windowId });
  };
  connect();
  return {
    send: (message) => port?.postMessage(message),
    close: () => {
      isOver = true;
      port?.disconnect();
    },
  };
}

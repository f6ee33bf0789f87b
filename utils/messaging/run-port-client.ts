import { browser } from '@/utils/browser';
import { RUN_PORT, type RunPortEvent } from './protocol';

/** Pause before a lost port is opened again. Milliseconds. */
const RECONNECT_MS = 200;

/**
 * Watches the newest run of a window. When the background goes away the port is opened again, which
 * wakes it; a snapshot then tells how things stand.
 *
 * @returns the function that ends it
 */
export function watchRuns(windowId: number, onEvent: (event: RunPortEvent) => void): () => void {
  let isOver = false;
  let disconnect = () => {};
  const connect = () => {
    if (isOver) return;
    const port = browser.runtime.connect({ name: RUN_PORT });
    port.onMessage.addListener((message) => onEvent(message as RunPortEvent));
    port.onDisconnect.addListener(() => setTimeout(connect, RECONNECT_MS));
    port.postMessage({ kind: 'attach', windowId });
    disconnect = () => port.disconnect();
  };
  connect();
  return () => {
    isOver = true;
    disconnect();
  };
}

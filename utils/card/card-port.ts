import { browser } from '@/utils/browser';
import { CARD_PORT, type CardEvent } from './card-channel';

/** Pause before a lost port is opened again. Milliseconds. */
const RECONNECT_MS = 200;

/** What a card says after it has shown its ticket. */
type CardWord = 'stop' | 'more' | 'seen';

/** A card's line to the background. */
export interface CardPort {
  say(kind: CardWord): void;
  close(): void;
}

/**
 * Hears how the run goes that a ticket is for. When the background goes away amid the answer the port is
 * opened again, which wakes it; afterwards only when there is something to say.
 *
 * @param isUnderWay whether more is to come
 */
export function openCardPort(
  ticket: string,
  onEvent: (event: CardEvent) => void,
  isUnderWay: () => boolean,
): CardPort {
  let isOver = false;
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  const connect = () => {
    if (isOver || port) return;
    try {
      port = browser.runtime.connect({ name: CARD_PORT });
    } catch {
      // The extension was updated: the answer stays to be read, and nobody is there to talk to.
      return;
    }
    port.onMessage.addListener((message) => onEvent(message as CardEvent));
    port.onDisconnect.addListener(() => {
      port = undefined;
      if (isUnderWay()) setTimeout(connect, RECONNECT_MS);
    });
    port.postMessage({ kind: 'attach', ticket });
  };
  connect();
  return {
    say: (kind) => {
      connect();
      port?.postMessage({ kind });
    },
    close: () => {
      isOver = true;
      port?.disconnect();
    },
  };
}

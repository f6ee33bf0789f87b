import { vi } from 'vitest';
import { afterEvent, BEGINNING, type CardRun } from '@/components/card/card-run';
import type { CardEvent } from '@/utils/card/card-channel';
import type { FakePort } from './fake-port';

/** The page that has a card, as the browser names a sender. */
export const CARD_SENDER = {
  id: 'test-extension-id',
  origin: 'https://example.org',
  url: 'https://example.org/lens',
  tab: { id: 1, windowId: 1 },
  frameId: 0,
  documentId: 'document-1',
};

/** A card in a page: it keeps what it was told. */
export class FakeCard {
  run: CardRun = BEGINNING;
  readonly events: CardEvent[] = [];
  readonly #port: FakePort;

  constructor(port: FakePort, ticket: string) {
    this.#port = port;
    port.onMessage.addListener((message) => {
      const event = message as CardEvent;
      this.events.push(event);
      if (event.kind !== 'gone') this.run = afterEvent(this.run, event);
    });
    this.say({ kind: 'attach', ticket });
  }

  /** Says something to the background. */
  say(message: object): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has none
    this.#port.postMessage(message);
  }

  close(): void {
    this.#port.disconnect();
  }

  /** Waits until its run is in a state. */
  async waitFor(state: CardRun['state']['kind']): Promise<CardRun> {
    return await vi.waitFor(
      () => {
        if (this.run.state.kind !== state) throw new Error(JSON.stringify(this.run.state));
        return this.run;
      },
      { timeout: 4_000, interval: 10 },
    );
  }
}

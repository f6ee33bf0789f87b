import { createParser } from 'eventsource-parser';

/** The data of one event. */
export interface ServerSentEvent {
  data: string;
  /** The stream ended before the blank line that ends an event: it may be whole, or cut off anywhere. */
  isUnfinished: boolean;
}

/**
 * Reads the `data` of each server-sent event (WHATWG HTML §9.2). Bytes may be split anywhere, also
 * inside a character. Leaving the loop early cancels the body, so that nothing goes on being paid for.
 *
 * @param onBytes called for every piece of data, comments included
 */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<ServerSentEvent, void, void> {
  const queue: string[] = [];
  const parser = createParser({ onEvent: (event) => queue.push(event.data) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value) onBytes();
      parser.feed(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      for (const data of queue.splice(0)) yield { data, isUnfinished: false };
      if (done) break;
    }
    // Some servers leave out the last blank line.
    parser.feed('\n\n');
    for (const data of queue.splice(0)) yield { data, isUnfinished: true };
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

import { createParser } from 'eventsource-parser';

/**
 * Reads the `data` of each server-sent event (WHATWG HTML §9.2). Bytes may be split anywhere, also
 * inside a character. Leaving the loop early cancels the body, so that nothing goes on being paid for.
 *
 * @param onBytes called for every piece of data, comments included
 */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<string, void, void> {
  const queue: string[] = [];
  const parser = createParser({ onEvent: (event) => queue.push(event.data) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value) onBytes();
      parser.feed(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      // A last event without its blank line still counts: some servers leave it out.
      if (done) parser.feed('\n\n');
      yield* queue.splice(0);
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

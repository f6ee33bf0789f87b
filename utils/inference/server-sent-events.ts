import { createParser } from 'eventsource-parser';
import { Failure } from '@/utils/errors/failure';

/** What of an event matters here. */
export interface ServerSentEvent {
  data: string;
  /** The event calls itself `error`, as some servers do instead of saying so in its data. */
  isError: boolean;
  /** The stream ended before the blank line that ends an event: it may be whole, or cut off anywhere. */
  isUnfinished: boolean;
}

/** No event of an answer is so long; without a bound, a line that never ends would fill the memory. Characters. */
const MAXIMUM_EVENT = 10 * 1024 ** 2;

/**
 * Reads the server-sent events that have data (WHATWG HTML §9.2). Bytes may be split anywhere, also
 * inside a character. Leaving the loop early cancels the body, so that nothing goes on being paid for.
 *
 * @param onBytes called for every piece of data, comments included
 * @throws Failure `stream-damaged` for an event without an end
 */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<ServerSentEvent, void, void> {
  const queue: Omit<ServerSentEvent, 'isUnfinished'>[] = [];
  const parser = createParser({
    maxBufferSize: MAXIMUM_EVENT,
    onEvent: ({ data, event }) => queue.push({ data, isError: event === 'error' }),
    onError: ({ type }) => {
      // The others are fields nobody knows, which the standard has ignored.
      if (type === 'max-buffer-size-exceeded') throw new Failure({ kind: 'stream-damaged' });
    },
  });
  // The parser takes the mark away; if both did, two would go.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value) onBytes();
      parser.feed(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      for (const event of queue.splice(0)) yield { ...event, isUnfinished: false };
      if (done) break;
    }
    // Some servers leave out the last blank line.
    parser.feed('\n\n');
    for (const event of queue.splice(0)) yield { ...event, isUnfinished: true };
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

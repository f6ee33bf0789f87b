const encoder = new TextEncoder();

/** The bytes of a text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Every way to cut bytes in two, and one byte at a time at the end. */
export function cuts(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[][] {
  const twos = Array.from(bytes, (_, at) => [bytes.slice(0, at), bytes.slice(at)]);
  return [...twos, Array.from(bytes, (byte) => Uint8Array.of(byte))];
}

/** A body that can be watched. */
export interface WatchedBody {
  stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Whether the reader has given up on it. */
  isCancelled: () => boolean;
}

/** A body of the given pieces; it ends, stays open, or breaks after them. */
export function bodyOf(
  pieces: readonly (string | Uint8Array<ArrayBuffer>)[],
  then: 'end' | 'stay-open' | 'break' = 'end',
): WatchedBody {
  let isCancelled = false;
  const left = pieces.map((piece) => (typeof piece === 'string' ? bytesOf(piece) : piece));
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else if (then === 'end') controller.close();
      else if (then === 'break') controller.error(new TypeError('network error'));
      else return new Promise<void>(() => {});
      return undefined;
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  return { stream, isCancelled: () => isCancelled };
}

import type { ServerName } from './records.ts';

interface FaultTarget {
  /** The fault meets requests whose path begins with this. */
  readonly path: string;
  /** Only requests to this server; any server when absent. */
  readonly server?: ServerName;
  /** How many requests it meets; once when absent. */
  readonly times?: number;
}

/** Replaces the whole answer. */
export type WholeFault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body: string | object;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'silent' }
  /** Resets the connection before there is an answer. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'raw'; readonly contentType: string; readonly body: string | Uint8Array }
  | { readonly kind: 'redirect'; readonly location: string };

/** Disturbs a streamed answer; `afterChunks` counts the chunks that carry text. */
export type StreamFault =
  | { readonly kind: 'cut'; readonly afterChunks: number; readonly isReset?: boolean }
  | { readonly kind: 'stream-error'; readonly afterChunks: number; readonly error: unknown }
  | { readonly kind: 'malformed'; readonly afterChunks: number }
  | { readonly kind: 'stall'; readonly afterChunks: number }
  | { readonly kind: 'slow'; readonly everyMs: number };

export type Fault = FaultTarget & (WholeFault | StreamFault);

/** Tells the faults that leave no room for a stream from those that need one. */
export function isWholeFault(fault: Fault): fault is FaultTarget & WholeFault {
  return ['status', 'html', 'silent', 'reset', 'raw', 'redirect'].includes(fault.kind);
}

/** The armed faults, in the order in which they were armed. */
export class FaultBox {
  #armed: { readonly fault: Fault; left: number }[] = [];
  readonly #waiting: (() => void)[] = [];

  arm(fault: Fault): void {
    this.#armed.push({ fault, left: fault.times ?? 1 });
  }

  /** Forgets what is armed, and ends what is kept waiting for ever. */
  clear(): void {
    this.#armed = [];
    for (const end of this.#waiting.splice(0)) end();
  }

  /** Something is kept waiting; this ends it. */
  keepWaiting(end: () => void): void {
    this.#waiting.push(end);
  }

  /** The first armed fault that matches, counted as used. */
  take(server: ServerName, path: string): Fault | undefined {
    const found = this.#armed.find(
      ({ fault }) => (fault.server ?? server) === server && path.startsWith(fault.path),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#armed = this.#armed.filter((armed) => armed !== found);
    return found.fault;
  }
}

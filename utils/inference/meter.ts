/** Tokens by the server's own count. */
export interface Usage {
  inputTokens: number;
  /** With those of the thinking. */
  outputTokens: number;
}

/** What is noted of a chat completion while it lasts, so that there is a receipt however it ends. */
export interface Meter {
  /** The server has taken the request: it counts, whatever comes of it. */
  isTaken: boolean;
  /** Who serves it, by the header `x-inference-provider`. */
  provider: string | undefined;
  usage: Usage | undefined;
  /** Milliseconds of a clock that only goes on; `undefined` until it was. */
  sentAt: number | undefined;
  firstAt: number | undefined;
  lastAt: number | undefined;
}

/** A meter at its beginning. */
export function startMeter(): Meter {
  return {
    isTaken: false,
    provider: undefined,
    usage: undefined,
    sentAt: undefined,
    firstAt: undefined,
    lastAt: undefined,
  };
}

/** Notes that the request leaves now. Asked again, it begins anew. */
export function meterSent(meter: Meter): void {
  meter.sentAt = performance.now();
}

/** Notes that the server has taken the request. */
export function meterTaken(meter: Meter, headers: Headers): void {
  meter.isTaken = true;
  meter.provider = headers.get('x-inference-provider') ?? undefined;
}

/** Notes that a part of the answer has come. */
export function meterPart(meter: Meter): void {
  meter.lastAt = performance.now();
  meter.firstAt ??= meter.lastAt;
}

import type { IncomingHttpHeaders } from 'node:http';
import type { Fault } from './faults.ts';

/** The four servers of the local Hub, and one of a person's own. */
export type ServerName = 'provider' | 'router' | 'pictures' | 'pages' | 'own';

/** One request as it reached one of the servers. */
export interface RecordedRequest {
  readonly server: ServerName;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Text of the request body, once something has read it. */
  body?: string;
  /** True when the client closed the connection before the answer was complete. */
  aborted: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** `performance.now()` at the arrival: for durations, in fractions of milliseconds. */
  readonly arrivedAt: number;
}

export interface ChatMessage {
  readonly role: string;
  readonly content: unknown;
}

/** One chat completion that was accepted, or broken by a fault. */
export interface RecordedChat {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  /** The parsed request body. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The organization that pays, from the `X-HF-Bill-To` header; the person when absent. */
  readonly billTo?: string;
  /** The fault that it met. */
  readonly fault?: Fault;
  /** When it arrived, in milliseconds since the epoch. */
  readonly at: number;
  /** The part of the answer that has been sent so far. */
  sentText: string;
  /** How long `sentText` was when, for each piece; milliseconds since the epoch. */
  readonly sent: { readonly length: number; readonly at: number }[];
  state: 'streaming' | 'finished' | 'aborted' | 'faulted';
}

/** Notes a piece of the answer as sent now. */
export function noteSent(chat: RecordedChat, text: string): void {
  chat.sentText += text;
  chat.sent.push({ length: chat.sentText.length, at: Date.now() });
}

/** What of the answer had been sent at a moment, in milliseconds since the epoch. */
export function sentUntil({ sent, sentText }: RecordedChat, moment: number): string {
  const last = sent.findLast(({ at }) => at <= moment);
  return sentText.slice(0, last?.length ?? 0);
}

import type { IncomingHttpHeaders } from 'node:http';

/** The four servers of the local Hub. */
export type ServerName = 'provider' | 'router' | 'pictures' | 'pages';

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
  /** The part of the answer that has been sent so far. */
  sentText: string;
  state: 'streaming' | 'finished' | 'aborted' | 'faulted';
}

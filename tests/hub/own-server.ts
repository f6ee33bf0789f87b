import { answerChat } from './chat-answer.ts';
import { chatFrames } from './chat-frames.ts';
import { parseChatRequest } from './chat-request.ts';
import type { Exchange } from './exchange.ts';
import { FaultBox } from './faults.ts';
import { Gate, type HoldOptions } from './gate.ts';
import { listen } from './listen.ts';
import type { RecordedChat, RecordedRequest } from './records.ts';
import { sendHtml, sendJson } from './respond.ts';
import { streamFrames } from './sse.ts';

/** A program that speaks the API of OpenAI, or one that doesn't. */
export type OwnServerKind = 'llama.cpp' | 'Ollama' | 'vLLM' | 'TGI' | 'another program';

export interface OwnServerOptions {
  readonly kind: OwnServerKind;
  /** Wanted with each request, when given. Ollama knows no keys. */
  readonly key?: string;
  readonly models?: readonly string[];
  /** What it takes, in tokens. vLLM and llama.cpp say so, the others never do. */
  readonly contextLength?: number;
  /** What `OLLAMA_ORIGINS` adds, such as `chrome-extension://*`. */
  readonly origins?: readonly string[];
}

/** A server of a person's own, on this computer. */
export interface OwnServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** The same by the name that is no address. */
  readonly localhost: string;
  readonly requests: RecordedRequest[];
  readonly chats: RecordedChat[];
  /** As `hold` of the Hub. */
  hold(options?: HoldOptions): () => void;
  close(): Promise<void>;
}

/** Starts one; what it refuses, and in which words, is as these programs do it. */
export async function startOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  const { models = ['lens-7b', 'lens-8b'] } = options;
  const requests: RecordedRequest[] = [];
  const chats: RecordedChat[] = [];
  const gate = new Gate();
  const server = await listen('own', { requests, faults: new FaultBox(), records: new WeakMap() });
  server.serve(async (exchange) => {
    const { path, request, response } = exchange;
    if (options.kind === 'another program') {
      sendHtml(response, 200, '<!doctype html><title>Router</title><h1>It works</h1>');
    } else if (isRefused(exchange, options)) {
      return;
    } else if (request.method === 'GET' && path === '/v1/models') {
      const more = contextOf(options);
      const data = models.map((id) => ({
        id,
        object: 'model',
        created: 0,
        owned_by: 'me',
        ...more,
      }));
      sendJson(response, 200, { object: 'list', data });
    } else if (request.method === 'POST' && path === '/v1/chat/completions') {
      await answer(exchange);
    } else {
      sendJson(response, 404, { error: { message: 'File Not Found', code: 404 } });
    }
  });

  async function answer(exchange: Exchange): Promise<void> {
    const body = parseChatRequest(await exchange.readBody());
    if (!body) {
      sendJson(exchange.response, 400, { error: { message: 'invalid request' } });
      return;
    }
    const { kind } = options;
    // The other two serve the one model that they were started with, whatever it is called.
    if ((kind === 'Ollama' || kind === 'vLLM') && !models.includes(body.model)) {
      const message =
        kind === 'Ollama'
          ? `model "${body.model}" not found, try pulling it first`
          : `The model \`${body.model}\` does not exist.`;
      sendJson(exchange.response, 404, { error: { message, type: 'NotFoundError' } });
      return;
    }
    const chat: RecordedChat = {
      model: body.model,
      messages: body.messages,
      body,
      at: Date.now(),
      sentText: '',
      sent: [],
      state: 'streaming',
    };
    chats.push(chat);
    const frames = chatFrames(body.model, answerChat(body), true);
    await streamFrames(exchange, chat, { headers: {}, frames, fault: undefined, gate });
  }

  return {
    origin: server.origin,
    localhost: server.origin.replace('127.0.0.1', 'localhost'),
    requests,
    chats,
    hold: (hold) => gate.hold(hold),
    close: () => server.close(),
  };
}

/** How the program says what its models take. */
function contextOf({ kind, contextLength }: OwnServerOptions): object {
  if (contextLength === undefined) return {};
  if (kind === 'vLLM') return { max_model_len: contextLength };
  if (kind !== 'llama.cpp') return {};
  return { meta: { n_ctx_train: 4 * contextLength, n_ctx: contextLength } };
}

/** Refuses whom the program would refuse. @returns whether it has */
function isRefused({ request, response }: Exchange, options: OwnServerOptions): boolean {
  const { kind, key, origins = [] } = options;
  const { origin, authorization, host } = request.headers;
  if (kind === 'Ollama') {
    // gin-contrib/cors: what is not on the list gets the status alone.
    const isKnown =
      origin === undefined ||
      origin === `http://${host}` ||
      /^https?:\/\/(localhost|127\.0\.0\.1|0\.0\.0\.0)(:\d+)?$/.test(origin) ||
      origins.some((known) => known === '*' || origin.startsWith(known.replace(/\*$/, '')));
    if (!isKnown) response.writeHead(403).end();
    return !isKnown;
  }
  if (key === undefined || authorization === `Bearer ${key}`) return false;
  const error =
    kind === 'vLLM'
      ? 'Unauthorized'
      : { code: 401, message: 'Invalid API Key', type: 'authentication_error' };
  sendJson(response, 401, { error });
  return true;
}

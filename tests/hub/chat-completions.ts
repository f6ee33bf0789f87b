import { randomUUID } from 'node:crypto';
import { applyFault, applyWholeFault } from './apply-fault.ts';
import { billToOf } from './bill-to.ts';
import { admitChat, type Admission } from './chat-admission.ts';
import { answerChat } from './chat-answer.ts';
import { chatCompletion, chatFrames } from './chat-frames.ts';
import { parseChatRequest, type ChatRequest } from './chat-request.ts';
import type { Exchange } from './exchange.ts';
import { isWholeFault } from './faults.ts';
import type { Gate } from './gate.ts';
import { chooseModel } from './model-choice.ts';
import { rateOf } from './pace.ts';
import { noteSent, type RecordedChat } from './records.ts';
import { mayRead, type Repository } from './repository.ts';
import { sendJson } from './respond.ts';
import { ROUTER_ERRORS } from './router-errors.ts';
import { asChatAnswer, type Script } from './scripted-answer.ts';
import { streamFrames } from './sse.ts';
import { forwardChat, type Upstream } from './upstream.ts';

/** What chats need of the Hub. */
export interface ChatDesk extends Admission {
  readonly chats: RecordedChat[];
  readonly gate: Gate;
  readonly upstream: Upstream | undefined;
  readonly script: Script | undefined;
  repositories(): Promise<readonly Repository[]>;
}

/** `POST /v1/chat/completions` of the router (Hugging Face Inference Providers docs). */
export async function handleChat(exchange: Exchange, desk: ChatDesk): Promise<void> {
  const { response, fault } = exchange;
  const request = parseChatRequest(await exchange.readBody());
  if (fault !== undefined && isWholeFault(fault)) {
    if (request) {
      desk.chats.push({ ...newChat(exchange, request, request.model), state: 'faulted' });
    }
    applyWholeFault(exchange, fault);
    return;
  }
  const access = await admitChat(exchange, desk);
  if (access === undefined) return;
  if (request === undefined) {
    sendJson(response, 400, ROUTER_ERRORS.invalidBody);
    return;
  }
  const repositories = await desk.repositories();
  const readable = repositories.filter((repository) => mayRead(repository, access));
  const choice = chooseModel(
    request.model,
    readable.map(({ model }) => model),
  );
  if (choice.kind === 'unknown' || choice.kind === 'unsupported') {
    const error = choice.kind === 'unknown' ? 'modelNotFound' : 'modelNotSupported';
    sendJson(response, 400, ROUTER_ERRORS[error](choice.id));
    return;
  }
  const chat = newChat(exchange, request, choice.id);
  desk.chats.push(chat);
  const headers = { 'x-inference-provider': choice.provider, 'x-request-id': randomUUID() };
  const { upstream, gate } = desk;
  if (upstream) await forwardChat(exchange, chat, { upstream, headers, gate });
  else if (request.stream) await streamAnswer(exchange, { request, chat, desk, headers });
  else await sendAnswer(exchange, { request, chat, desk, headers });
}

interface Turn {
  readonly request: ChatRequest;
  readonly chat: RecordedChat;
  readonly desk: ChatDesk;
  readonly headers: Readonly<Record<string, string>>;
}

async function streamAnswer(exchange: Exchange, turn: Turn): Promise<void> {
  const { request, chat, desk, headers } = turn;
  const { fault } = exchange;
  const scripted = desk.script?.(request);
  const answer = scripted ? asChatAnswer(scripted) : answerChat(request);
  await streamFrames(exchange, chat, {
    headers,
    frames: chatFrames(chat.model, answer, includesUsage(request)),
    fault: fault === undefined || isWholeFault(fault) ? undefined : fault,
    gate: desk.gate,
    ...(scripted && { pace: rateOf(scripted.piecesPerSecond), onSend: scripted.onSend }),
  });
}

async function sendAnswer(exchange: Exchange, turn: Turn): Promise<void> {
  const { request, chat, desk, headers } = turn;
  try {
    const answer = answerChat(request);
    await desk.gate.pass(exchange.signal, answer.pieces.length);
    if (await applyFault(exchange)) {
      chat.state = 'faulted';
      return;
    }
    sendJson(exchange.response, 200, chatCompletion(chat.model, answer), headers);
    noteSent(chat, answer.pieces.join(''));
    chat.state = 'finished';
  } catch (error) {
    if (!exchange.signal.aborted) throw error;
    chat.state = 'aborted';
  }
}

function newChat({ request, fault }: Exchange, body: ChatRequest, model: string): RecordedChat {
  const billTo = billToOf(request);
  return {
    model,
    messages: body.messages,
    body,
    ...(billTo === undefined ? {} : { billTo }),
    ...(fault && { fault }),
    at: Date.now(),
    sentText: '',
    sent: [],
    state: 'streaming',
  };
}

function includesUsage({ stream_options: options }: ChatRequest): boolean {
  return options?.include_usage ?? false;
}

import { randomUUID } from 'node:crypto';
import type { Access } from './access.ts';
import { applyFault, applyWholeFault } from './apply-fault.ts';
import { answerChat } from './chat-answer.ts';
import { chatCompletion, chatFrames } from './chat-frames.ts';
import { parseChatRequest, type ChatRequest } from './chat-request.ts';
import type { Exchange } from './exchange.ts';
import { isWholeFault } from './faults.ts';
import type { Gate } from './gate.ts';
import type { Model } from './model-catalogue.ts';
import { chooseModel } from './model-choice.ts';
import type { RecordedChat } from './records.ts';
import { sendJson } from './respond.ts';
import { ROUTER_ERRORS } from './router-errors.ts';
import { streamFrames } from './sse.ts';
import { forwardChat, type Upstream } from './upstream.ts';

export interface ChatDesk {
  readonly appName: string;
  readonly chats: RecordedChat[];
  readonly gate: Gate;
  readonly upstream: Upstream | undefined;
  checkAccess(authorization: string | undefined): Promise<Access>;
  models(): Promise<readonly Model[]>;
}

/** `POST /v1/chat/completions` of the router (Hugging Face Inference Providers docs). */
export async function handleChat(exchange: Exchange, desk: ChatDesk): Promise<void> {
  const { response, fault } = exchange;
  const request = parseChatRequest(await exchange.readBody());
  if (fault !== undefined && isWholeFault(fault)) {
    if (request) desk.chats.push({ ...newChat(request, request.model), state: 'faulted' });
    applyWholeFault(exchange, fault);
    return;
  }
  if (!(await mayChat(exchange, desk))) return;
  if (request === undefined) {
    sendJson(response, 400, ROUTER_ERRORS.invalidBody);
    return;
  }
  const choice = chooseModel(request.model, await desk.models());
  if (choice.kind === 'unknown' || choice.kind === 'unsupported') {
    const error = choice.kind === 'unknown' ? 'modelNotFound' : 'modelNotSupported';
    sendJson(response, 400, ROUTER_ERRORS[error](choice.id));
    return;
  }
  const chat = newChat(request, choice.id);
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
  await streamFrames(exchange, chat, {
    headers,
    frames: chatFrames(chat.model, answerChat(request), includesUsage(request)),
    fault: fault === undefined || isWholeFault(fault) ? undefined : fault,
    gate: desk.gate,
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
    chat.sentText = answer.pieces.join('');
    chat.state = 'finished';
  } catch (error) {
    if (!exchange.signal.aborted) throw error;
    chat.state = 'aborted';
  }
}

async function mayChat({ request, response }: Exchange, desk: ChatDesk): Promise<boolean> {
  const access = await desk.checkAccess(request.headers.authorization);
  if (access.kind !== 'granted') {
    const { revoked, invalidCredentials } = ROUTER_ERRORS;
    sendJson(response, 401, access.kind === 'revoked' ? revoked(desk.appName) : invalidCredentials);
    return false;
  }
  const { person, scopes } = access;
  const billTo = request.headers['x-hf-bill-to'];
  const foreign = billTo !== undefined && !person.orgs.some(({ name }) => name === billTo);
  if (scopes.has('inference-api') && !foreign) return true;
  const whom = foreign ? `org ${String(billTo)}` : `user ${person.name}`;
  sendJson(response, 403, ROUTER_ERRORS.noPermission(whom));
  return false;
}

function newChat(request: ChatRequest, model: string): RecordedChat {
  const { messages } = request;
  return { model, messages, body: request, sentText: '', state: 'streaming' };
}

function includesUsage({ stream_options: options }: ChatRequest): boolean {
  return options?.include_usage ?? false;
}

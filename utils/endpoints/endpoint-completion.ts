import type { ChatMessage } from '@/utils/actions/messages';
import { streamAnswer } from '@/utils/inference/chat-completion';
import type { Meter } from '@/utils/inference/meter';
import type { AnswerEnd } from '@/utils/inference/read-answer';
import type { AnswerDelta } from '@/utils/inference/split-thinking';
import { askEndpoint } from './ask-endpoint';
import { classifyEndpointResponse } from './classify-endpoint';
import type { OwnEndpoint } from './own-endpoint';

/** One streamed chat completion of an own endpoint. */
export interface EndpointCompletionRequest {
  endpoint: OwnEndpoint;
  /** `sub` of the account in whose name it is asked, if the endpoint wants that. */
  owner: string | undefined;
  /** As the endpoint knows it. */
  model: string;
  messages: ChatMessage[];
  maxTokens: number;
  /** Further fields of the request. */
  fields?: Readonly<Record<string, string>> | undefined;
  signal: AbortSignal;
  /** Notes what it takes, however it ends. */
  meter: Meter;
}

/** Streams an answer of an own endpoint, as `streamChatCompletion` does one of the router. @throws Failure */
export function streamEndpointCompletion(
  request: EndpointCompletionRequest,
): AsyncGenerator<AnswerDelta, AnswerEnd, void> {
  const { endpoint, model } = request;
  const body = JSON.stringify({
    model,
    messages: request.messages,
    max_tokens: request.maxTokens,
    ...request.fields,
    stream: true,
    stream_options: { include_usage: true },
  });
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  return streamAnswer({
    ask: (signal) =>
      askEndpoint(request, '/chat/completions', { method: 'POST', headers, body, signal }),
    classify: (response) => classifyEndpointResponse(response, endpoint, model),
    signal: request.signal,
    meter: request.meter,
  });
}

import type { ChatMessage } from '@/utils/actions/messages';
import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';
import { classifyResponse } from './classify-response';
import { meterSent, meterTaken, type Meter } from './meter';
import { readAnswer, type AnswerEnd } from './read-answer';
import { retryBeforeFirstByte } from './retry-before-first-byte';
import type { AnswerDelta } from './split-thinking';
import { startWatchdog } from './watchdog';

/** One streamed chat completion. */
export interface ChatCompletionRequest {
  routerOrigin: string;
  accessToken: string;
  /** Hub id without a suffix. */
  model: string;
  /** The one provider that may serve it, or a policy of the router; without, it takes the cheapest of all. */
  provider?: string | undefined;
  /** User name of the organization that pays; without, the person does. */
  billingOrganization?: string | undefined;
  messages: ChatMessage[];
  maxTokens: number;
  /** What only some models know. */
  fields?: Readonly<Record<string, string>> | undefined;
  /** Aborting it closes the request at once, which ends the bill. */
  signal: AbortSignal;
  /** Notes what it takes, however it ends. */
  meter: Meter;
}

/**
 * Streams an answer of Inference Providers: yields text and thoughts as they arrive, returns why the model
 * stopped. A suffix is always sent: `:cheapest` pins the provider choice to the price that was shown, a name
 * pins it to that provider. Without one the router takes the fastest, whatever it costs.
 *
 * @throws Failure; the abort reason when `signal` was aborted. A stream that ends without `[DONE]` and
 * without a finish reason is `stream-cut`, never a complete answer.
 */
export function streamChatCompletion(
  request: ChatCompletionRequest,
): AsyncGenerator<AnswerDelta, AnswerEnd, void> {
  return streamAnswer({
    ask: (signal) => ask(request, signal),
    classify: (response) => classifyResponse(response, request.model),
    signal: request.signal,
    meter: request.meter,
  });
}

/** How a stream is asked for, and what an answer that is none means. */
export interface StreamSource {
  ask: (signal: AbortSignal) => Promise<Response>;
  classify: (response: Response) => Promise<CompanionError>;
  /** Aborting it closes the request at once. */
  signal: AbortSignal;
  /** Notes what it takes, however it ends. */
  meter: Meter;
}

/** Streams an answer from anywhere, with the deadlines and the retries of all. @throws as {@link streamChatCompletion} */
export async function* streamAnswer(
  source: StreamSource,
): AsyncGenerator<AnswerDelta, AnswerEnd, void> {
  const watchdog = startWatchdog();
  const signal = AbortSignal.any([source.signal, watchdog.signal]);
  try {
    const { meter } = source;
    const response = await retryBeforeFirstByte(() => {
      meterSent(meter);
      return source.ask(signal);
    }, signal);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (!response.ok || !isStream || !response.body) {
      throw new Failure(await source.classify(response));
    }
    meterTaken(meter, response.headers);
    return yield* readAnswer(response.body, {
      onBytes: () => watchdog.touch(),
      onUsage: (usage) => {
        meter.usage = usage;
      },
    });
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    // A connection that breaks after the headers is a TypeError of the reader.
    throw cause instanceof Failure ? cause : new Failure({ kind: 'stream-cut' }, { cause });
  } finally {
    watchdog.stop();
  }
}

function ask(request: ChatCompletionRequest, signal: AbortSignal): Promise<Response> {
  const { billingOrganization } = request;
  return fetch(`${request.routerOrigin}/v1/chat/completions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${request.accessToken}`,
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(billingOrganization ? { 'x-hf-bill-to': billingOrganization } : {}),
    },
    body: JSON.stringify({
      model: `${request.model}:${request.provider ?? 'cheapest'}`,
      messages: request.messages,
      max_tokens: request.maxTokens,
      ...request.fields,
      stream: true,
      stream_options: { include_usage: true },
    }),
    signal,
  });
}

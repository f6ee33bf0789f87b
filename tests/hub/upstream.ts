import * as v from 'valibot';
import type { Exchange } from './exchange.ts';
import type { Gate } from './gate.ts';
import type { Model } from './model-catalogue.ts';
import { noteSent, type RecordedChat } from './records.ts';
import { textOfEvents } from './upstream-text.ts';

/** A real OpenAI-compatible server behind the local router. */
export interface Upstream {
  /** Ends in `/v1`. */
  readonly url: string;
  readonly key: string | undefined;
}

interface ForwardPlan {
  readonly upstream: Upstream;
  /** Headers the router adds to the upstream's answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly gate: Gate;
}

const ModelListSchema = v.looseObject({
  data: v.array(v.looseObject({ id: v.string(), created: v.optional(v.number(), 0) })),
});

/** The upstream's models in Hugging Face's schema, all of them live at one provider. */
export async function listUpstreamModels(upstream: Upstream): Promise<Model[]> {
  const response = await fetch(`${upstream.url}/models`, { headers: headersFor(upstream) });
  const { data } = v.parse(ModelListSchema, await response.json());
  return data.map(({ id, created }) => ({
    id,
    object: 'model',
    created,
    owned_by: 'upstream',
    architecture: { input_modalities: ['text'], output_modalities: ['text'] },
    providers: [{ provider: 'upstream', status: 'live', is_model_author: false }],
  }));
}

/** Sends a chat on and its answer back, byte for byte; the model goes without its suffix. */
export async function forwardChat(
  exchange: Exchange,
  chat: RecordedChat,
  { upstream, headers, gate }: ForwardPlan,
): Promise<void> {
  const { response, signal } = exchange;
  try {
    await gate.pass(signal, 0);
    const answer = await fetch(`${upstream.url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersFor(upstream) },
      body: JSON.stringify({ ...chat.body, model: chat.model }),
      signal,
    });
    const contentType = answer.headers.get('content-type') ?? 'application/json';
    response.writeHead(answer.status, { ...headers, 'content-type': contentType });
    const read = textOfEvents();
    for await (const bytes of answer.body ?? []) {
      await gate.pass(signal, countWords(chat.sentText));
      response.write(bytes);
      noteSent(chat, read(bytes));
    }
    response.end();
    chat.state = answer.ok ? 'finished' : 'faulted';
  } catch (error) {
    chat.state = signal.aborted ? 'aborted' : 'faulted';
    if (!signal.aborted) throw error;
  }
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function headersFor({ key }: Upstream): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

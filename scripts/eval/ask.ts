import * as v from 'valibot';
import { reasoningEffort } from '../../utils/actions/reasoning-effort.ts';
import { splitThinking } from '../../utils/inference/split-thinking.ts';
import type { CaseRequest } from './case-request.ts';

/** What a server answered, and what it took. */
export interface EvalAnswer {
  text: string;
  seconds: number;
  inputTokens: number | undefined;
  outputTokens: number | undefined;
}

/** Where to ask, and as whom. */
export interface Endpoint {
  url: string;
  model: string;
  key: string | undefined;
}

/** Small models on a computer's processor take their time. */
const PATIENCE_MS = 300_000;

const completionSchema = v.object({
  choices: v.pipe(
    v.array(v.object({ message: v.object({ content: v.nullish(v.string(), '') }) })),
    v.minLength(1),
  ),
  usage: v.nullish(v.object({ prompt_tokens: v.number(), completion_tokens: v.number() })),
});

/**
 * Asks a server for the answer to a case, whole.
 *
 * @throws Error with one sentence; what the server says of the key is not in it
 */
export async function ask(
  { url, model, key }: Endpoint,
  { plan, mask }: CaseRequest,
): Promise<EvalAnswer> {
  const start = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({
      model,
      messages: plan.messages,
      max_tokens: plan.maxTokens,
      stream: false,
      ...reasoningEffort(model).fields,
    }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const body = await response.text();
  const words = () => body.slice(0, 200).replaceAll(key || '\0', '…');
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${words()}`);
  const parsed = v.safeParse(completionSchema, parseJson(body));
  if (!parsed.success) throw new Error(`The server's answer is no chat completion: ${words()}`);
  const { choices, usage } = parsed.output;
  return {
    text: mask.reveal(withoutThoughts(choices[0]?.message.content ?? '')),
    seconds: (performance.now() - start) / 1000,
    inputTokens: usage?.prompt_tokens,
    outputTokens: usage?.completion_tokens,
  };
}

function withoutThoughts(content: string): string {
  const thinking = splitThinking();
  return thinking.push(content).text + thinking.end().text;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Told as what it is: no chat completion.
    return undefined;
  }
}

import * as v from 'valibot';

const ChatRequestSchema = v.looseObject({
  model: v.string(),
  messages: v.pipe(
    v.array(v.looseObject({ role: v.string(), content: v.unknown() })),
    v.minLength(1),
  ),
  stream: v.optional(v.boolean(), false),
  max_tokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  stream_options: v.optional(v.looseObject({ include_usage: v.optional(v.boolean(), false) })),
});

export type ChatRequest = v.InferOutput<typeof ChatRequestSchema>;

/** The parsed body of a chat completion, or undefined when it is none. */
export function parseChatRequest(body: string): ChatRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  const result = v.safeParse(ChatRequestSchema, value);
  return result.success ? result.output : undefined;
}

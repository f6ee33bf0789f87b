import { COST_BOUND_USD, cheapestModel } from '../cheapest-model.ts';
import { askYesOrNo } from '../person.ts';
import { bearer, parseJson, request } from '../request.ts';
import type { Step } from '../step.ts';
import { requireTokens, StepImpossible } from '../walk-state.ts';

const MAXIMUM_TOKENS = 8;

/** One streamed chat completion as the extension asks for it, with the smallest bill there is. */
export const chat: Step = {
  question: 'chat',
  about: 'Asks the cheapest model for a few words. You are asked again before anything is sent.',
  run: async (walk, note) => {
    const { accessToken } = requireTokens(walk);
    const { body: list } = await request(`${walk.routerOrigin}/v1/models`);
    const model = cheapestModel(list, MAXIMUM_TOKENS);
    if (model === undefined) throw new StepImpossible('no-cheap-model');
    const answer = await askYesOrNo(
      walk.person,
      `Send "Say hi." to ${model}, for at most ${MAXIMUM_TOKENS} tokens? This costs less than $${COST_BOUND_USD} of your credits.`,
    );
    if (answer === 'no') throw new StepImpossible('not-allowed');
    const { status, headers, text, body } = await request(
      `${walk.routerOrigin}/v1/chat/completions`,
      {
        method: 'POST',
        headers: { ...bearer(accessToken), 'content-type': 'application/json' },
        body: JSON.stringify({
          model: `${model}:cheapest`,
          messages: [{ role: 'user', content: 'Say hi.' }],
          max_tokens: MAXIMUM_TOKENS,
          stream: true,
          stream_options: { include_usage: true },
        }),
      },
    );
    note({ kind: 'status', of: 'chat-answer', status });
    note({ kind: 'headers', of: 'chat-answer', headers, which: 'all' });
    const events = eventsOf(text);
    if (events.length === 0) {
      note({ kind: 'finding', finding: 'stream-absent' });
      note({ kind: 'fields', of: 'chat-error', body });
      return;
    }
    const chunks = events.map(parseJson);
    note({ kind: 'fields', of: 'chat-chunk', body: chunks[0] });
    note({ kind: 'fields', of: 'chat-usage', body: usageOf(chunks) });
    const isDone = events.at(-1) === '[DONE]';
    note({ kind: 'finding', finding: isDone ? 'stream-done' : 'stream-not-done' });
  },
};

/** The texts of server-sent events, each of one line (HTML standard §9.2). */
function eventsOf(stream: string): string[] {
  return [...stream.matchAll(/^data: ?(.*)$/gm)].map(([, line = '']) => line.trim());
}

function usageOf(chunks: readonly unknown[]): unknown {
  const last = chunks.findLast((chunk) => {
    return typeof chunk === 'object' && chunk !== null && 'usage' in chunk && chunk.usage;
  });
  return typeof last === 'object' && last !== null ? Reflect.get(last, 'usage') : undefined;
}

import { bearer, request } from '../request.ts';
import type { Step } from '../step.ts';
import { requireTokens } from '../walk-state.ts';

/** An error of the router that costs nothing. */
export const unknownModel: Step = {
  question: 'unknown-model',
  about: 'Asks for a model that does not exist. It costs nothing.',
  run: async (walk, note) => {
    const { accessToken } = requireTokens(walk);
    const { status, headers, body } = await request(`${walk.routerOrigin}/v1/chat/completions`, {
      method: 'POST',
      headers: { ...bearer(accessToken), 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'no-such-organization/no-such-model',
        messages: [{ role: 'user', content: 'Say hi.' }],
        max_tokens: 1,
      }),
    });
    note({ kind: 'status', of: 'chat-error', status });
    note({ kind: 'headers', of: 'chat-error', headers, which: 'all' });
    note({ kind: 'fields', of: 'chat-error', body });
  },
};

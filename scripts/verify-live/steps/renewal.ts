import { tokensOf } from '../client.ts';
import { refresh } from '../refresh.ts';
import type { Step } from '../step.ts';
import { requireTokens } from '../walk-state.ts';

/** Uses the refresh token once. Whether the used one is dead is asked late: it may end the others. */
export const renewal: Step = {
  question: 'renewal',
  about: 'Uses the refresh token once, if there is one.',
  run: async (walk, note) => {
    const { refreshToken: used } = requireTokens(walk);
    note({ kind: 'finding', finding: `refresh-token-${used ? 'yes' : 'no'}` });
    if (used === undefined) return;
    const { status, body } = await refresh(walk, used);
    note({ kind: 'status', of: 'token-response', status });
    note({ kind: 'fields', of: 'token-response', body });
    const newer = tokensOf(body);
    if (newer === undefined) return;
    const isRotated = newer.refreshToken !== undefined && newer.refreshToken !== used;
    note({ kind: 'finding', finding: isRotated ? 'rotated' : 'not-rotated' });
    walk.tokens = { ...newer, refreshToken: newer.refreshToken ?? used };
    if (isRotated) walk.renewal = { used, newer };
  },
};

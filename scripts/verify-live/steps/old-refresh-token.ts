import { isAlive } from '../is-alive.ts';
import { refresh } from '../refresh.ts';
import type { Step } from '../step.ts';
import { StepImpossible } from '../walk-state.ts';

/** Uses a refresh token a second time (RFC 9700 §4.14): a server may take that for theft. */
export const oldRefreshToken: Step = {
  question: 'old-refresh-token',
  about: 'Uses the refresh token that was already used. The service may end this sign-in for it.',
  run: async (walk, note) => {
    if (walk.renewal === undefined) throw new StepImpossible('needs-sign-in');
    const { used, newer } = walk.renewal;
    const { status, body } = await refresh(walk, used);
    note({ kind: 'status', of: 'token-error', status });
    note({ kind: 'fields', of: 'token-error', body });
    note({ kind: 'finding', finding: status === 200 ? 'old-token-accepted' : 'old-token-refused' });
    const isUnharmed = await isAlive(walk, newer.accessToken);
    note({ kind: 'finding', finding: isUnharmed ? 'family-alive' : 'family-dead' });
  },
};

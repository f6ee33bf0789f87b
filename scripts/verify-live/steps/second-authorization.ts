import { authorize, exchange } from '../authorization.ts';
import { tokensOf } from '../client.ts';
import { askYesOrNo } from '../person.ts';
import { readAnswer } from '../request.ts';
import type { Step } from '../step.ts';
import { requireTokens } from '../walk-state.ts';

/** The same authorization again, before anything that could end the first one. Its tokens serve the rest. */
export const secondAuthorization: Step = {
  question: 'second-authorization',
  about: 'You open another address for the same scopes, and say whether a page was shown.',
  run: async (walk, note) => {
    requireTokens(walk);
    const redirect = await authorize(walk, walk.scopes);
    const sawPage = await askYesOrNo(walk.person, 'Did a page ask you to allow it again?');
    note({ kind: 'finding', finding: sawPage === 'yes' ? 'silent-no' : 'silent-yes' });
    const { status, body } = await readAnswer(await exchange(walk, redirect));
    walk.record.confidential.addAll(body);
    note({ kind: 'status', of: 'token-response', status });
    walk.tokens = tokensOf(body) ?? walk.tokens;
  },
};

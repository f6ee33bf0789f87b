import { authorize, exchange } from '../authorization.ts';
import { tokensOf } from '../client.ts';
import type { Subject } from '../findings.ts';
import { bearer, readAnswer, request } from '../request.ts';
import type { Step } from '../step.ts';
import { requireTokens, StepImpossible } from '../walk-state.ts';

const DAY_SECONDS = 86_400;

/** What has been used of the credits, which Hugging Face does not document. Amounts are not written. */
export const usage: Step = {
  question: 'usage',
  about:
    'Asks for the usage of the last day, then again after you have allowed read-billing too. No amounts are written.',
  run: async (walk, note) => {
    const { accessToken } = requireTokens(walk);
    await look('usage-without', accessToken);
    const redirect = await authorize(walk, `${walk.scopes} read-billing`);
    const { body } = await readAnswer(await exchange(walk, redirect));
    walk.record.confidential.addAll(body);
    note({ kind: 'fields', of: 'token-response', body });
    const tokens = tokensOf(body);
    if (tokens === undefined) throw new StepImpossible('needs-sign-in');
    await look('usage-with', tokens.accessToken);

    async function look(of: Subject, token: string): Promise<void> {
      const now = Math.floor(Date.now() / 1000);
      const answer = await request(
        `${walk.providerOrigin}/api/settings/billing/usage-v2?startDate=${now - DAY_SECONDS}&endDate=${now}`,
        { headers: bearer(token) },
      );
      walk.record.confidential.addAll(answer.body);
      note({ kind: 'status', of, status: answer.status });
      note({ kind: 'fields', of, body: answer.body });
    }
  },
};

import { authorize, exchange } from '../authorization.ts';
import { tokensOf } from '../client.ts';
import { isAlive } from '../is-alive.ts';
import { askText } from '../person.ts';
import { readAnswer, request } from '../request.ts';
import type { Step } from '../step.ts';
import { requireTokens, StepImpossible, type Walk } from '../walk-state.ts';

/** The revocation of leaked credentials. Last, and only on a whole "yes": it sends an e-mail. */
export const revocation: Step = {
  question: 'revocation',
  about:
    'Reports the access token as leaked. HUGGING FACE SENDS YOU AN E-MAIL ABOUT IT, and the token may end.',
  run: async (walk, note) => {
    requireTokens(walk);
    const consent = await askText(walk.person, 'Type yes to do so; anything else does not:');
    if (consent.toLowerCase() !== 'yes') throw new StepImpossible('not-allowed');
    const accessToken = await liveToken(walk);
    const { status, body } = await request(`${walk.providerOrigin}/api/credentials/revoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ credentials: [accessToken] }),
    });
    note({ kind: 'status', of: 'revocation', status });
    note({ kind: 'fields', of: 'revocation', body });
    const isStillAlive = await isAlive(walk, accessToken);
    note({ kind: 'finding', finding: isStillAlive ? 'token-works' : 'token-dead' });
  },
};

/** A token that is known to work: only its end would tell anything. */
async function liveToken(walk: Walk): Promise<string> {
  const { accessToken } = requireTokens(walk);
  if (await isAlive(walk, accessToken)) return accessToken;
  walk.person.say('An earlier step has ended this sign-in, so a new one is needed.');
  const { body } = await readAnswer(await exchange(walk, await authorize(walk, walk.scopes)));
  walk.record.confidential.addAll(body);
  const tokens = tokensOf(body);
  if (tokens === undefined) throw new StepImpossible('needs-sign-in');
  return tokens.accessToken;
}

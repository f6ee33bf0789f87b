import * as oauth from 'oauth4webapi';
import { authorize, exchange, type Redirect } from '../authorization.ts';
import { openClient, tokensOf } from '../client.ts';
import type { Note } from '../observation.ts';
import { parseJson, readAnswer, textOf } from '../request.ts';
import type { Step } from '../step.ts';
import type { Walk } from '../walk-state.ts';

/** A sign-in as the extension does it, with a look at everything that comes back. */
export const signIn: Step = {
  question: 'sign-in',
  about: 'You sign in once. The tokens stay in the memory of this program.',
  run: async (walk, note) => {
    const redirect = await authorize(walk, walk.scopes);
    noteRedirect(walk, redirect, note);
    const response = await exchange(walk, redirect);
    note({ kind: 'finding', finding: 'redirect-matches' });
    const { status, body } = await readAnswer(response);
    walk.record.confidential.addAll(body);
    note({ kind: 'status', of: 'token-response', status });
    note({ kind: 'fields', of: 'token-response', body });
    noteTokens(walk, body, note);
    const expectedNonce = noteIdToken(walk, body, redirect.nonce, note);
    const { client, server, options } = await openClient(walk);
    await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce });
    walk.tokens = tokensOf(body);
    if (textOf(body, 'id_token') === undefined) return;
    await oauth.validateApplicationLevelSignature(server, response, options);
    note({ kind: 'finding', finding: 'id-token-verified' });
  },
};

function noteRedirect({ providerOrigin }: Walk, { url }: Redirect, note: Note): void {
  note({ kind: 'fields', of: 'redirect', body: Object.fromEntries(url.searchParams) });
  const iss = url.searchParams.get('iss');
  const present = iss === providerOrigin ? 'iss-right' : 'iss-wrong';
  note({ kind: 'finding', finding: iss === null ? 'iss-absent' : present });
}

function noteTokens({ scopes }: Walk, body: unknown, note: Note): void {
  const tokens = tokensOf(body);
  if (tokens === undefined) return;
  const { accessToken, refreshToken } = tokens;
  const hasPrefix = accessToken.startsWith('hf_oauth_');
  const isJwt = accessToken.split('.').length === 3;
  note({ kind: 'finding', finding: `access-token-prefix-${hasPrefix ? 'yes' : 'no'}` });
  note({ kind: 'finding', finding: `access-token-jwt-${isJwt ? 'yes' : 'no'}` });
  note({ kind: 'finding', finding: `refresh-token-${refreshToken ? 'yes' : 'no'}` });
  const granted = new Set((textOf(body, 'scope') ?? scopes).split(' '));
  const asked = new Set(scopes.split(' '));
  const isSame = granted.symmetricDifference(asked).size === 0;
  note({ kind: 'finding', finding: isSame ? 'scope-same' : 'scope-other' });
}

/** @returns the nonce to insist on: ours, or that there is none */
function noteIdToken(
  { record }: Walk,
  body: unknown,
  nonce: string,
  note: Note,
): string | typeof oauth.expectNoNonce {
  const idToken = textOf(body, 'id_token');
  if (idToken === undefined) {
    note({ kind: 'finding', finding: 'id-token-absent' });
    return oauth.expectNoNonce;
  }
  const [header, claims] = idToken.split('.').map((part) => {
    return parseJson(Buffer.from(part, 'base64url').toString());
  });
  record.confidential.addAll(header);
  record.confidential.addAll(claims);
  note({ kind: 'fields', of: 'id-token-header', body: header });
  note({ kind: 'fields', of: 'id-token-claims', body: claims });
  const brought = textOf(claims, 'nonce');
  const present = brought === nonce ? 'nonce-right' : 'nonce-wrong';
  note({ kind: 'finding', finding: brought === undefined ? 'nonce-absent' : present });
  return brought === undefined ? oauth.expectNoNonce : nonce;
}

import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'oidc-provider';

let key: Promise<JWK> | undefined;

/** The RS256 key of the id tokens; made once per process, because making one takes a while. */
export function signingKey(): Promise<JWK> {
  key ??= makeKey();
  return key;
}

async function makeKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const { n, e, d, p, q, dp, dq, qi } = privateKey.export({ format: 'jwk' });
  if (n === undefined || e === undefined) throw new Error('No RSA key');
  return { kty: 'RSA', use: 'sig', alg: 'RS256', n, e, d, p, q, dp, dq, qi };
}

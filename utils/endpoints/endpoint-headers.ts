import { isHubEndpointOrigin } from '@/utils/config/origins';
import { Failure } from '@/utils/errors/failure';
import { getAccessToken } from '@/utils/session/access-token';
import { readEndpointKey } from './endpoint-key';
import { originOf, type OwnEndpoint } from './own-endpoint';

/**
 * All that an own endpoint is told of who asks: its own key, or nothing. The token of an account goes to a
 * host of Hugging Face alone, where the person has said so and there is no key; no other header of Hugging
 * Face's goes anywhere. Every request to an own endpoint has its headers from here.
 *
 * @param owner `sub` of the account whose token it would be
 * @throws Failure `signed-out` and what the renewal of a token throws, where one is to go
 */
export async function endpointHeaders(
  endpoint: OwnEndpoint,
  owner: string | undefined,
): Promise<Record<string, string>> {
  const key = await readEndpointKey(endpoint.id);
  if (key !== undefined) return { authorization: `Bearer ${key}` };
  if (!takesToken(endpoint)) return {};
  if (owner === undefined) throw new Failure({ kind: 'signed-out' });
  return { authorization: `Bearer ${await getAccessToken(owner)}` };
}

/** Whether a request to an endpoint without a key carries the token of the account. */
export function takesToken(endpoint: OwnEndpoint): boolean {
  return endpoint.sendsToken && !endpoint.hasKey && isHubEndpointOrigin(originOf(endpoint));
}

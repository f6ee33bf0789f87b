import { Failure } from '@/utils/errors/failure';
import { classifyEndpointSilence } from './classify-endpoint';
import { endpointHeaders } from './endpoint-headers';
import type { OwnEndpoint } from './own-endpoint';
import { readEndpoint } from './stored-endpoint';

/**
 * Sends a request to an own endpoint.
 *
 * @param owner `sub` of the account in whose name it is asked, if it wants that
 * @param path below the endpoint's address, `/models`
 * @throws Failure `endpoint-gone`, `endpoint-unreachable`, or what the guarded fetch and the headers throw; the reason of the
 *   signal when it was aborted
 */
export async function askEndpoint(
  { endpoint: known, owner }: { endpoint: OwnEndpoint; owner: string | undefined },
  path: '/models' | '/chat/completions',
  {
    headers,
    ...init
  }: { headers?: Record<string, string>; method?: 'POST'; body?: string; signal: AbortSignal },
): Promise<Response> {
  // A run can have waited for its turn meanwhile: what counts is what the person wants by now.
  const endpoint = await readEndpoint(known.id);
  const own = await endpointHeaders(endpoint, owner);
  return await fetch(endpoint.url + path, { ...init, headers: { ...headers, ...own } }).catch(
    (cause: unknown) => {
      if (!(cause instanceof Failure)) throw cause;
      throw new Failure(classifyEndpointSilence(cause.error, endpoint), { cause });
    },
  );
}

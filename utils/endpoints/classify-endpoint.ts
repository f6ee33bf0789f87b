import { isLoopbackEndpointOrigin } from '@/utils/config/origins';
import type { CompanionError } from '@/utils/errors/companion-error';
import { classifyResponse } from '@/utils/inference/classify-response';
import { readBeginning } from '@/utils/inference/read-beginning';
import { takesToken } from './endpoint-headers';
import { originOf, type OwnEndpoint } from './own-endpoint';

/**
 * What an answer of an own endpoint means that is neither a stream nor a list of models.
 *
 * Ollama refuses an `Origin` that it doesn't know with 403 and not a byte more; a 401, and a 403 that says
 * something, are about the key. A 404 is about the model where it names one, else there is no such API.
 *
 * @param model that was asked for, if one was
 */
export async function classifyEndpointResponse(
  response: Response,
  endpoint: OwnEndpoint,
  model?: string,
): Promise<CompanionError> {
  const { status } = response;
  const { host } = new URL(endpoint.url);
  if (status === 401) return { kind: 'endpoint-refused', host, by: shownTo(endpoint) };
  if (status === 403) {
    const isSilent = (await readBeginning(response)).trim() === '';
    const isOrigin = isSilent && isLocal(endpoint);
    return { kind: 'endpoint-refused', host, by: isOrigin ? 'origin' : shownTo(endpoint) };
  }
  if (status === 404 || status === 405) {
    const isAboutModel = /model/i.test(await readBeginning(response));
    return model !== undefined && isAboutModel
      ? { kind: 'endpoint-model-gone', host, model }
      : { kind: 'endpoint-not-compatible', host };
  }
  const error = await classifyResponse(response, model ?? '');
  if (error.kind === 'unexpected-answer') return { kind: 'endpoint-not-compatible', host };
  if (error.kind === 'model-gone' || error.kind === 'model-not-supported') {
    return { kind: 'endpoint-model-gone', host, model: error.model };
  }
  // Words about an account's credits are not for a server of one's own.
  return error.kind === 'credits-used-up'
    ? { kind: 'request-refused', status, message: undefined }
    : error;
}

/** What it means that an own endpoint gave no answer at all. Whether there is a network says nothing of this computer. */
export function classifyEndpointSilence(
  error: CompanionError,
  endpoint: OwnEndpoint,
): CompanionError {
  const isSilent = error.kind === 'unreachable' || (error.kind === 'offline' && isLocal(endpoint));
  const { host } = new URL(endpoint.url);
  return isSilent ? { kind: 'endpoint-unreachable', host, isLocal: isLocal(endpoint) } : error;
}

function isLocal(endpoint: OwnEndpoint): boolean {
  return isLoopbackEndpointOrigin(originOf(endpoint));
}

function shownTo(endpoint: OwnEndpoint): 'key' | 'token' | 'nothing' {
  if (endpoint.hasKey) return 'key';
  return takesToken(endpoint) ? 'token' : 'nothing';
}

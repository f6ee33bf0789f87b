import type { CompanionError } from '@/utils/errors/companion-error';
import { oneLine, readErrorBody, type ErrorBody } from './error-body';
import { readBeginning } from './read-beginning';
import { retryAt } from './retry-at';

const TOO_LONG =
  /context (length|window)|too (long|large|many tokens)|maximum .*tokens|tokens.* must be </i;
const NOT_SUPPORTED = /not supported by any provider|does not exist/i;

/**
 * Turns a response that is not a stream into an error a person can act on. Statuses and bodies are
 * those the router relays: JSON in two shapes, plain text, or a gateway's HTML.
 */
export async function classifyResponse(response: Response, model: string): Promise<CompanionError> {
  const { status, headers } = response;
  if (status === 429 || status >= 500) {
    // The body would say nothing more that a person could use.
    void response.body?.cancel().catch(() => undefined);
    return status === 429
      ? { kind: 'rate-limited', retryAt: retryAt(headers) }
      : { kind: 'service-busy', status, retryAt: retryAt(headers) };
  }
  const text = await readBeginning(response);
  const json = parseJson(text);
  const isPage = json === undefined && /^\s*</.test(text);
  // A gateway's own page for a body that is too large means what it says.
  if (isPage && status !== 413) return { kind: 'unexpected-answer', host: hostOf(response) };
  const body =
    json === undefined
      ? { message: (!isPage && oneLine(text)) || undefined, code: undefined }
      : readErrorBody(json);
  return classifyStatus(response, body, model);
}

function classifyStatus(response: Response, body: ErrorBody, model: string): CompanionError {
  const { status } = response;
  const message = body.message ?? '';
  if (status === 401) return { kind: 'session-expired' };
  if (status === 402) return { kind: 'credits-used-up', free: [] };
  if (status === 403 && /permission|scope/i.test(message)) return { kind: 'scope-missing' };
  if (status === 404 || status === 410) return { kind: 'model-gone', model };
  if (status === 413 || TOO_LONG.test(message)) {
    return { kind: 'text-too-long', message: body.message };
  }
  if (/^model_not_(supported|found)$/.test(body.code ?? '') || NOT_SUPPORTED.test(message)) {
    return { kind: 'model-not-supported', model };
  }
  if (status >= 400) return { kind: 'request-refused', status, message: body.message };
  // A success that is not a stream: an error in disguise, or somebody else's page.
  return body.message === undefined || response.headers.get('content-type')?.includes('html')
    ? { kind: 'unexpected-answer', host: hostOf(response) }
    : { kind: 'stream-error', message: body.message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function hostOf(response: Response): string {
  return URL.canParse(response.url) ? new URL(response.url).host : '';
}

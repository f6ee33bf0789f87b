import { browser } from '@/utils/browser';
import type { Result } from '@/utils/result';
import type { RequestKind, RequestParameters, RequestResults } from './protocol';

/** Sends a request to the background and returns its answer. Never rejects: no answer is an error too. */
export async function request<K extends RequestKind>(
  kind: K,
  parameters: RequestParameters<K>,
): Promise<Result<RequestResults[K]>> {
  try {
    const answer: unknown = await browser.runtime.sendMessage({ ...parameters, kind });
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
      return answer as Result<RequestResults[K]>;
    }
  } catch {
    // The extension was updated or the background is gone: the same words serve.
  }
  return { ok: false, error: { kind: 'unexpected' } };
}

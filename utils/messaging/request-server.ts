import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { browser } from '@/utils/browser';
import { toCompanionError } from '@/utils/errors/to-companion-error';
import type { Result } from '@/utils/result';
import { requestSchemas } from './message-schemas';
import type { RequestKind, RequestParameters, RequestResults } from './protocol';
import { isExtensionPage } from './sender-trust';

/** One handler for each request. A handler may throw a Failure: it becomes the error of the Result. */
export type RequestHandlers = {
  [K in RequestKind]: (
    parameters: RequestParameters<K>,
  ) => RequestResults[K] | Promise<RequestResults[K]>;
};

/**
 * Answers requests. Whether a message is one is decided synchronously, as the API wants it; what is not
 * one, or not from our own pages, is left alone.
 */
export function serveRequests(handlers: RequestHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const kind = requestKind(message);
    if (!kind || !isExtensionPage(sender)) return undefined;
    return answer(kind, message, handlers);
  });
}

async function answer(
  kind: RequestKind,
  message: unknown,
  handlers: RequestHandlers,
): Promise<Result<unknown>> {
  const parsed = v.safeParse(requestSchemas[kind], message);
  if (!parsed.success) return { ok: false, error: { kind: 'unexpected' } };
  try {
    // The schema of a kind belongs to the handler of the same kind; TypeScript cannot follow the pair.
    const handle = handlers[kind] as (parameters: unknown) => unknown;
    return { ok: true, value: await handle(parsed.output) };
  } catch (cause) {
    return { ok: false, error: toCompanionError(cause) };
  }
}

function requestKind(message: unknown): RequestKind | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  const { kind } = message;
  return typeof kind === 'string' && Object.hasOwn(requestSchemas, kind)
    ? (kind as RequestKind)
    : undefined;
}

import type { IncomingMessage } from 'node:http';

/** The organization that is to pay for a request, from `X-HF-Bill-To`. */
export function billToOf({ headers }: IncomingMessage): string | undefined {
  return headers['x-hf-bill-to']?.toString();
}

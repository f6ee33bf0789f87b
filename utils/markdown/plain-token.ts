import type { Token } from 'marked';

/** The type of tokens that stand for text shown as it is. */
export const PLAIN_TYPE = 'plain';

/** A block (or an inline run) that is shown as it is, without any markup. */
export function plainToken(raw: string): Token {
  return { type: PLAIN_TYPE, raw };
}

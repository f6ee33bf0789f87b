import type { Confidential } from './confidential.ts';
import { isWritableHeader } from './writable-values.ts';

const MAXIMUM_NAME = 60;

const ABOUT = {
  all: /^/,
  cors: /^access-control-/,
  limits: /^(?:x-)?ratelimit|^retry-after$/,
} as const;

/** Names of response headers, with the few values that may be written. */
export function describeHeaders(
  headers: Headers,
  which: keyof typeof ABOUT,
  confidential: Confidential,
): string {
  const told = [...headers]
    .filter(([name]) => ABOUT[which].test(name))
    .map(([name, value]) => {
      if (!isWritableName(name)) return '(a name left out)';
      const isTold = isWritableHeader(name, value) && !confidential.covers(value);
      return isTold ? `${name} = ${value}` : name;
    });
  return told.length === 0 ? 'no such header' : told.join(', ');

  function isWritableName(name: string): boolean {
    const isPlain = name.length <= MAXIMUM_NAME && /^[a-z][a-z-]*$/.test(name);
    return isPlain && !confidential.covers(name);
  }
}

import type { Confidential } from './confidential.ts';
import { describeFields } from './describe-fields.ts';
import { describeHeaders } from './describe-headers.ts';
import { FAILURES, FINDINGS, SUBJECTS } from './findings.ts';
import type { Observation } from './observation.ts';

/** oauth4webapi's own codes, and error codes of the protocol (RFC 6749 §5.2). */
const ERROR_CODE = /^(?:OAUTH_[A-Z_]+|[a-z]+(?:_[a-z]+){1,5})$/;

/**
 * Decides what of an observation may be written, and writes it: sentences of ours, status codes,
 * names and types of members and headers, and the few values of `writable-values.ts`. Everything
 * else, and whatever `confidential` covers, is left out. Nothing reaches the record but by this.
 */
export function writable(observation: Observation, confidential: Confidential): string {
  switch (observation.kind) {
    case 'finding':
      return own(FINDINGS, observation.finding);
    case 'failure': {
      const { reason, code } = observation;
      const isCode = code !== undefined && ERROR_CODE.test(code) && !confidential.covers(code);
      return isCode ? `${own(FAILURES, reason)} (${code})` : own(FAILURES, reason);
    }
    case 'status':
      return `${own(SUBJECTS, observation.of)}: ${statusCode(observation.status)}`;
    case 'fields':
      return `${own(SUBJECTS, observation.of)}: ${describeFields(observation.body, confidential)}`;
    case 'headers': {
      const { of, headers, which } = observation;
      return `${own(SUBJECTS, of)}: ${describeHeaders(headers, which, confidential)}`;
    }
  }
}

/** A sentence of ours; a key that is none of ours has no sentence. */
function own<T extends Record<string, string>>(sentences: T, key: keyof T & string): string {
  return Object.hasOwn(sentences, key) ? (sentences[key] ?? '') : '(left out)';
}

function statusCode(status: number): string {
  return Number.isInteger(status) && status >= 0 && status < 1000 ? `${status}` : '(left out)';
}

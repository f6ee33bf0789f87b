import type { CompanionError } from '@/utils/errors/companion-error';
import type { RunState } from './run';

/** What a new sign-in takes away. */
const BY_SIGN_IN: ReadonlyArray<CompanionError['kind']> = [
  'session-expired',
  'signed-out',
  'client-id-changed',
];

/** What a run waits for when an error is one that the person can take away; `undefined` for any other. */
export function holdFor(error: CompanionError): RunState | undefined {
  if (BY_SIGN_IN.includes(error.kind)) return { kind: 'held', by: 'sign-in' };
  if (error.kind === 'scope-missing') return { kind: 'held', by: 'scope' };
  if (error.kind === 'host-access-missing') {
    return { kind: 'held', by: 'host-access', host: error.host };
  }
  return undefined;
}

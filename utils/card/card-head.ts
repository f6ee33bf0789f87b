import type { CompanionError } from '@/utils/errors/companion-error';
import type { Run } from '@/utils/runs/run';
import type { CardError, CardHead } from './card-channel';

/** Where a run stands, as a card may know it: what a page could read with it names nobody and no place. */
export function cardHead(run: Run): CardHead {
  const { seams, receipt } = run;
  return {
    state: stateOf(run),
    seams,
    receipt: receipt ? { ...receipt, billTo: undefined } : null,
  };
}

function stateOf({ state, choice }: Run): CardHead['state'] {
  if (state.kind === 'held') return { kind: 'held', by: state.by };
  if (state.kind !== 'failed') return state;
  const isOwn = choice?.endpoint !== undefined;
  return {
    kind: 'failed',
    error: isOwn && 'host' in state.error ? { kind: 'own-endpoint' } : withoutNames(state.error),
  };
}

/** Without organizations, endpoints and models that could stand in, and without what a server has said. */
function withoutNames(error: CompanionError): CardError {
  if (error.kind === 'credits-used-up') return { kind: error.kind, free: [] };
  if (error.kind === 'model-not-allowed') return { ...error, allowed: '' };
  if ('nearest' in error) {
    const { nearest: _, ...gone } = error;
    return gone;
  }
  return 'message' in error ? { ...error, message: undefined } : error;
}

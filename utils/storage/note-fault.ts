import type { Fault, FaultKind } from './fault';
import { faultsItem } from './faults-item';

/**
 * Tells the person of a fault. One that is on the list already, read or not, is not told again before
 * {@link clearFault}: call it as often as the fault shows. Never rejects: where not even this can be stored,
 * there is nobody to tell.
 */
export async function noteFault(fault: Fault): Promise<void> {
  await change((faults) =>
    faults.some((known) => known.kind === fault.kind && known.what === fault.what)
      ? faults
      : [...faults, fault],
  );
}

/** The fault is over, or has shown anew: takes it off the list; without `what`, all of its kind. */
export async function clearFault(kind: FaultKind, what?: string): Promise<void> {
  await change((faults) =>
    faults.filter((fault) => fault.kind !== kind || (what !== undefined && fault.what !== what)),
  );
}

/** The person has read about the faults of a kind. @throws Failure of the storage */
export async function dismissFault(kind: FaultKind): Promise<void> {
  await faultsItem.update((faults) =>
    faults?.map((fault) => (fault.kind === kind ? { ...fault, isDismissed: true } : fault)),
  );
}

async function change(to: (faults: Fault[]) => Fault[]): Promise<void> {
  const update = faultsItem.update((faults = []) => {
    const next = to(faults);
    return next.length === 0 ? undefined : next;
  });
  // Also of the gate, which would note it.
  await update.catch(() => undefined);
}

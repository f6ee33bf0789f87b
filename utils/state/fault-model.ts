import { signal, type ReadonlySignal } from '@preact/signals';
import { request } from '@/utils/messaging/request-client';
import type { Fault, FaultKind } from '@/utils/storage/fault';
import { faultsItem } from '@/utils/storage/faults-item';

/** What is wrong with storage as a view shows it. */
export interface FaultModel {
  faults: ReadonlySignal<readonly Fault[] | undefined>;
  /** The person has read about a kind. Where that can't be stored, its notice stays. */
  dismiss(fault: FaultKind): void;
}

/** Makes the model, which reads by itself. Not a part of the app model: the popup has no room for it. */
export function createFaultModel(): FaultModel {
  const faults = signal<readonly Fault[] | undefined>(undefined);
  const show = (next: readonly Fault[] | undefined) => {
    faults.value = next;
  };
  faultsItem.watch(show);
  // Storage that can't be read has other ways to say so.
  faultsItem.get().then(show, () => undefined);
  return { faults, dismiss: (fault) => void request('faults.dismiss', { fault }) };
}

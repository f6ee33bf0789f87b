import type { CompanionError } from '@/utils/errors/companion-error';
import { Failure } from '@/utils/errors/failure';
import { faultsItem } from './faults-item';
import { clearFault, noteFault } from './note-fault';
import { storageFailure } from './storage-failure';
import type { StorageGate, StorageKey } from './stored-item';

const refusals = new Map<StorageKey, CompanionError>();

/** Lets nothing be written under a key for as long as the background runs: what is there must stay. */
export function refuseWrites(storageKey: StorageKey, why: CompanionError): void {
  refusals.set(storageKey, why);
}

/** Lets everything be written again: nothing is there any more that must stay. */
export function forgetRefusals(): void {
  refusals.clear();
}

/** Whether {@link refuseWrites} was called for this key. */
export function isRefused(storageKey: StorageKey): boolean {
  return refusals.has(storageKey);
}

/**
 * A gate that opens storage before the first access and, where that failed, again before the next; then
 * nothing is read or written. What the browser throws becomes a Failure, and that there is no room is told,
 * until a write of the same value has found some.
 */
export function createGate(open: () => Promise<void>): StorageGate {
  const full = new Set<StorageKey>();
  let opening: Promise<void> | undefined;
  const ready = () =>
    (opening ??= open().catch((cause: unknown) => {
      opening = undefined;
      throw cause;
    }));
  const noteFull = (storageKey: StorageKey) => {
    // A list of faults that can't be stored has no place to say so.
    if (storageKey === faultsItem.storageKey) return;
    full.add(storageKey);
    void noteFault({ kind: 'storage-full' });
  };
  return async (storageKey, access, work) => {
    try {
      await ready();
      const refusal = access === 'write' ? refusals.get(storageKey) : undefined;
      if (refusal) throw new Failure(refusal);
      const result = await work();
      const hasRoomAgain = access === 'write' && full.delete(storageKey) && full.size === 0;
      if (hasRoomAgain) void clearFault('storage-full');
      return result;
    } catch (cause) {
      const failure = cause instanceof Failure ? cause : storageFailure(cause);
      if (failure.error.kind === 'storage-full') noteFull(storageKey);
      throw failure;
    }
  };
}

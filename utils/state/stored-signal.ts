import { signal, type ReadonlySignal } from '@preact/signals';
import type { StoredItem } from '@/utils/storage/stored-item';

/** A stored value as a signal that follows it. Reads once, then watches; never writes. */
export async function storedSignal<T>(item: StoredItem<T>): Promise<ReadonlySignal<T | undefined>> {
  const value = signal<T | undefined>(undefined);
  // Watched first: a change between reading and watching would be missed.
  item.watch((next) => {
    value.value = next;
  });
  // A view without it is better than none; what it then asks for says that storage does not answer.
  value.value = await item.get().catch(() => undefined);
  return value;
}

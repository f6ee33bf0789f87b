import { browser } from '@/utils/browser';
import { forgetDamaged, hasDamaged } from './damaged-value';
import { accountsItem, privateModelsItem } from './items';
import { BEFORE_KEY } from './schema-version';
import { storageFailure } from './storage-failure';
import { isRefused } from './storage-gate';
import type { StoredItem } from './stored-item';

/**
 * Whether there was something in an item that can't be read, and nothing has taken its place. Who finds
 * nothing there must not conclude from it that other things can go, above all no tokens.
 */
export async function isUnreadable(item: StoredItem<unknown>): Promise<boolean> {
  if ((await item.get()) !== undefined) return false;
  return isRefused(item.storageKey) || (await hasDamaged(item.storageKey));
}

/**
 * Forgets all copies of unreadable values in which something of a person can be.
 *
 * @throws Failure `storage-failed`
 */
export async function forgetCopies(): Promise<void> {
  try {
    await forgetDamaged([accountsItem.storageKey, privateModelsItem.storageKey]);
    await browser.storage.local.remove(BEFORE_KEY);
  } catch (cause) {
    throw storageFailure(cause);
  }
}

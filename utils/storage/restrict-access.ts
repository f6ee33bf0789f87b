import { browser } from '@/utils/browser';

/** Chromium's extra method of a storage area; Firefox has none. */
interface RestrictableArea {
  setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Keeps content scripts out of storage where the browser can (Chromium; `storage.session` is closed to
 * them by default everywhere). Call it at every start, before anything is stored.
 */
export async function restrictStorageAccess(): Promise<void> {
  for (const area of [browser.storage.local, browser.storage.session] as RestrictableArea[]) {
    // No browser without it keeps secrets in these areas: see utils/session/refresh-token.ts.
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
  }
}

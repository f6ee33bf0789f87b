import { browser } from '@/utils/browser';
import { buildConfiguration } from '@/utils/config/build-configuration';
import { hostPermissions } from '@/utils/config/origins';

/** A host that the extension may reach, or might. */
export interface Reach {
  /** Match pattern. */
  pattern: string;
  isAllowed: boolean;
  /** Needed for signing in and answers; otherwise it is that of an own endpoint. */
  isNeeded: boolean;
  /** Whether this page can take it back. Chromium keeps those of the installation to its own settings. */
  canTakeBack: boolean;
}

/** The hosts that are needed, and those that the person has allowed besides. */
export async function readReach(): Promise<Reach[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const needed = hostPermissions(buildConfiguration);
  const others = origins.filter((pattern) => !needed.includes(pattern));
  const isFixed = browser.runtime.getURL('/').startsWith('chrome-extension:');
  return [
    ...needed.map((pattern) => ({
      pattern,
      isAllowed: origins.includes(pattern),
      isNeeded: true,
      canTakeBack: !isFixed,
    })),
    ...others.map((pattern) => ({
      pattern,
      isAllowed: true,
      isNeeded: false,
      canTakeBack: true,
    })),
  ];
}

/** Calls back when the person has allowed a host, or taken one back. @returns the function that ends it */
export function watchReach(callback: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(callback);
  onRemoved.addListener(callback);
  return () => {
    onAdded.removeListener(callback);
    onRemoved.removeListener(callback);
  };
}

/** Takes the access to a host back. */
export async function takeBackReach({ pattern }: Reach): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/** Asks the person for a host. Call it synchronously in the handler of their click. */
export function askForReach({ pattern }: Reach): void {
  void browser.permissions.request({ origins: [pattern] });
}

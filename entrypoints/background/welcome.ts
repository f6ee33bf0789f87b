import { browser } from '@/utils/browser';
import { welcomeItem } from '@/utils/storage/welcome-item';
import type { Settled, WelcomeStep } from '@/utils/surfaces/welcome-steps';

/** Opens the first run once it is installed, and never again for the same profile. */
export function welcomeOnce(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Who is not welcomed has lost nothing: the popup leads to the same.
    if (reason === 'install') void openWelcome().catch(() => undefined);
  });
}

async function openWelcome(): Promise<void> {
  if (!browser.tabs?.create) return;
  let isFirst = false;
  // Noted first: rather never than twice. An unpacked or temporary extension is installed again and again.
  await welcomeItem.update((steps) => {
    isFirst = steps === undefined;
    return steps ?? {};
  });
  if (isFirst) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Notes how a step was settled; `null` opens it again. */
export async function settleWelcomeStep(step: WelcomeStep, as: Settled | null): Promise<void> {
  await welcomeItem.update((steps) => ({ ...steps, [step]: as ?? undefined }));
}

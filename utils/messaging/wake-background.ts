import { browser } from '@/utils/browser';

/**
 * Wakes the background, by a message that nobody answers. Browsers drop what a page has sent that closes
 * before the background is up: call it when there may soon be something to send.
 */
export function wakeBackground(): void {
  browser.runtime.sendMessage({}).catch(() => undefined);
}

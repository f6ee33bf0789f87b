import type { Runtime } from 'webextension-polyfill';
import { browser } from '@/utils/browser';

/**
 * True for our own extension pages, the only callers there are. Decided by what a page cannot forge:
 * the extension id and the origin, which for a content script is the web page's.
 */
export function isExtensionPage(sender: Runtime.MessageSender & { origin?: string }): boolean {
  const extensionOrigin = new URL(browser.runtime.getURL('')).origin;
  const origin = sender.origin ?? (sender.url && new URL(sender.url).origin);
  return sender.id === browser.runtime.id && origin === extensionOrigin;
}

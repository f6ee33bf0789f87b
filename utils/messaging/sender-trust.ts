import type { Runtime } from 'webextension-polyfill';
import { browser } from '@/utils/browser';

/** Chromium and Firefox both say the origin; the published types do not know it yet. */
type Sender = Runtime.MessageSender & { origin?: string };

/**
 * True for our own extension pages, the only callers there are. Decided by what a page cannot forge:
 * the extension id and the origin, which for a content script is the web page's.
 */
export function isExtensionPage(sender: Sender): boolean {
  const root = browser.runtime.getURL('');
  const isOurOrigin = sender.origin
    ? `${sender.origin}/` === root
    : (sender.url?.startsWith(root) ?? false);
  return sender.id === browser.runtime.id && isOurOrigin;
}

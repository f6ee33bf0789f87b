import { browser } from '@/utils/browser';

/** Tells assistive technology and the hyphenation what language a page is in, and which way it runs. */
export function setDocumentLanguage(document: Document): void {
  document.documentElement.lang = browser.i18n.getUILanguage();
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir');
}

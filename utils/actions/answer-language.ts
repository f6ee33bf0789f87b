import { browser } from '@/utils/browser';

/** English name of the language of the browser's own interface, for instructions to models. */
export function answerLanguage(): string {
  const tag = browser.i18n.getUILanguage();
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? 'English';
}

import { i18n } from '#i18n';

/**
 * Gives a page the title, language and direction of its words. Those come from the locale file, not
 * from the browser, whose language may be one that has no file.
 *
 * @param page the page's own title, put after the name
 */
export function localiseDocument(document: Document, page?: string): void {
  const name = i18n.t('extension.name');
  document.title = page === undefined ? name : `${name}: ${page}`;
  document.documentElement.lang = i18n.t('extension.language');
  document.documentElement.dir = i18n.t('extension.direction');
}

import { i18n } from '#i18n';

/** Names in a row, with the signs between them that the language of the words has: commas, or 、 in Chinese. */
export function formatList(names: readonly string[]): string {
  const format = new Intl.ListFormat(i18n.t('extension.language'), { style: 'narrow' });
  return format.format(names);
}

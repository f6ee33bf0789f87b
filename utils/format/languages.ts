import { i18n } from '#i18n';
import { writtenTag } from '@/utils/actions/language-name';

/** The name of a language (BCP 47) in that of the words around it; the tag where it has none. */
export function formatLanguage(tag: string): string {
  const names = new Intl.DisplayNames([i18n.t('extension.language')], { type: 'language' });
  try {
    return names.of(writtenTag(new Intl.Locale(tag))) ?? tag;
  } catch {
    // No tag at all, of an imported file.
    return tag;
  }
}

/** Where a translation goes, in words: one language (BCP 47), or one of two, where nobody could tell that of the text. */
export function formatTarget(target: { language: string; otherwise?: string | undefined }): string {
  const { language, otherwise } = target;
  if (otherwise === undefined) return formatLanguage(language);
  const format = new Intl.ListFormat(i18n.t('extension.language'), { type: 'disjunction' });
  return format.format([language, otherwise].map(formatLanguage));
}

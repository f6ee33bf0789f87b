/** English name of a language for instructions to models, such as "German" or "Simplified Chinese". */
export function languageName(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  // The country says less to a model than the script it stands for.
  const named = language === 'zh' && script ? `${language}-${script}` : tag;
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(named) ?? 'English';
}

/** Whether two tags are of one language, whatever country or script they name. */
export function isSameLanguage(a: string, b: string): boolean {
  return new Intl.Locale(a).language === new Intl.Locale(b).language;
}

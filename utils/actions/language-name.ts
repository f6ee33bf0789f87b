/** Not known: the answer keeps the language of the text, whatever that is (ISO 639-2). */
export const UNDETERMINED = 'und';

/**
 * English name of a language for instructions to models, such as "German" or "Simplified Chinese". A tag that
 * names none stands for the language of the text, whatever that is.
 */
export function languageName(tag: string): string {
  const locale = localeOf(tag);
  if (!locale || tag === UNDETERMINED) return 'its own language';
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(writtenTag(locale)) ?? 'English';
}

/** The tag that names a language best: Chinese by its script, which says more than the country it stands for. */
export function writtenTag(locale: Intl.Locale): string {
  const { language, script } = locale.maximize();
  return language === 'zh' && script ? `${language}-${script}` : locale.baseName;
}

/** Whether two tags are of one language, whatever country or script they name. */
export function isSameLanguage(a: string, b: string): boolean {
  return languageOf(a) === languageOf(b);
}

/**
 * Whether who reads the one can read the other. The two scripts of Chinese are told apart; where one tag doesn't
 * say which, as of a text whose characters both share, it is read by everybody.
 */
export function isReadAlike(a: string, b: string): boolean {
  if (!isSameLanguage(a, b)) return false;
  const isTold = (tag: string) => languageOf(tag) === 'zh' && tag !== 'zh';
  return (
    !isTold(a) || !isTold(b) || localeOf(a)?.maximize().script === localeOf(b)?.maximize().script
  );
}

/** Detectors call Norwegian "no", browsers "nb". */
function languageOf(tag: string): string {
  const language = localeOf(tag)?.language ?? tag;
  return language === 'nb' ? 'no' : language;
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    // Of a file that somebody else has written: no tag.
    return undefined;
  }
}

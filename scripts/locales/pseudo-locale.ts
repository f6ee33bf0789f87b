import { type Messages, withWords } from './messages.ts';
import { accented, accentedAndLong, rightToLeft } from './pseudo-words.ts';

/** Languages that nobody speaks (BCP 47, as in Unicode CLDR): they show what a translation would meet. */
export const PSEUDO_LOCALES = ['en-XA', 'ar-XB'] as const;
export type PseudoLocale = (typeof PSEUDO_LOCALES)[number];

/** Of the manifest alone, where stores and browsers limit the length. */
const LIMITED = /^extension_/;

/** Plural categories of English that a key can end with; the last part of the key. */
const OTHER = /_other$/;

/** Makes a pseudo-locale of the English messages. It is for tests, and never shipped. */
export function pseudoLocale(locale: PseudoLocale, english: Messages): Messages {
  const isLeft = locale === 'ar-XB';
  const words = withWords(english, (text, key) => {
    if (isLeft) return rightToLeft(text);
    return LIMITED.test(key) ? accented(text) : accentedAndLong(text);
  });
  return {
    ...withCategories(words, locale),
    extension_language: { message: locale },
    extension_direction: { message: isLeft ? 'rtl' : 'ltr' },
  };
}

/** Arabic has six plural categories where English has two: all the others say what `other` does. */
function withCategories(messages: Messages, locale: string): Messages {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const added = Object.entries(messages)
    .filter(([key]) => OTHER.test(key))
    .flatMap(([key, message]) =>
      pluralCategories.map((category) => [key.replace(OTHER, `_${category}`), message] as const),
    );
  return { ...Object.fromEntries(added), ...messages };
}

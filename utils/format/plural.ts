import { i18n, type GeneratedI18nStructure } from '#i18n';
import { formatCount } from './numbers';

type Keys = keyof GeneratedI18nStructure;

/** Keys whose last part is a plural category: `other` is in every language. */
type PluralKey = Keys extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;

/** What a message asks for besides the number. */
type Values<K extends PluralKey> = Record<
  Exclude<GeneratedI18nStructure[`${K}.other`]['namedSubstitutions'][number], 'count'>,
  string
>;

/**
 * Words for a number of things, in the plural form that the language has for it: `one` and `other` in English,
 * `other` alone in Chinese, six in Arabic. `{count}` is the number as the language writes it.
 *
 * @see https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
 */
export function plural<K extends PluralKey>(
  key: K,
  count: number,
  ...[values]: [keyof Values<K>] extends [never] ? [] : [Values<K>]
): string {
  const category = new Intl.PluralRules(i18n.t('extension.language')).select(count);
  // Types know the categories of English only; a test sees to those of each language.
  const words: (key: string, values: Record<string, string>) => string = i18n.t;
  return words(`${key}.${category}`, { ...values, count: formatCount(count) });
}

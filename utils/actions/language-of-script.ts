import { chineseOf } from './chinese-script';

/** Scripts that one language has to itself, or nearly. */
const LANGUAGES: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;

/** The least part of kana in Japanese. With fewer a text is Chinese that names something Japanese, or a list. */
const KANA_SHARE = 0.1;

/** Nearly all letters must be of it. */
const SHARE = 0.7;

/** The language that a text's script says by itself, however short the text is. */
export function languageOfScript(text: string): string | undefined {
  const letters = count(text, /\p{L}/gu);
  if (letters === 0) return undefined;
  const isMost = (part: number) => part >= letters * SHARE;
  const kana = count(text, KANA);
  // Japanese has some kana in every sentence; Chinese has none of its own.
  if (isMost(kana + count(text, HAN))) {
    if (kana === 0) return chineseOf(text);
    return kana >= letters * KANA_SHARE ? 'ja' : undefined;
  }
  return LANGUAGES.find(([script]) => isMost(count(text, script)))?.[1];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

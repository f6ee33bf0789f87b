/* Tells languages apart well enough to see that an answer is in the wrong one. */

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  zh: /\p{Script=Han}/gu,
  ar: /\p{Script=Arabic}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  ko: /\p{Script=Hangul}/gu,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu,
};

const WORDS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|of|and|is|are|to|in|that|it|was|for|with|as|by|this|from)\b/giu,
  de: /(?<!\p{L})(?:der|die|das|und|ist|sind|ein|eine|einen|den|dem|des|im|in|zu|mit|von|für|wird|wurde|nicht|sich|auf)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|la|les|un|une|des|et|est|dans|que|qui|pour|deux|du|de|au|aux|il|elle|par|sur)(?!\p{L})/giu,
};

/** The part of the letters that must be of the script: names and terms of other languages may stand in it. */
const SCRIPT_SHARE = 0.4;

/** Whether a text is in a language; `true` for one that nothing here knows. */
export function isInLanguage(language: string, text: string): boolean {
  // What is code or quoted says nothing.
  const prose = text.replace(/```[\s\S]*?```|`[^`]*`|https?:\S+|\S+@\S+/g, ' ');
  const script = SCRIPTS[language];
  const letters = count(prose, /\p{L}/gu);
  if (script) return count(prose, script) >= letters * SCRIPT_SHARE;
  const words = WORDS[language];
  if (!words) return true;
  const isOther = Object.values(SCRIPTS).some((one) => count(prose, one) > letters * SCRIPT_SHARE);
  const own = count(prose, words);
  const others = Object.entries(WORDS).filter(([other]) => other !== language);
  return !isOther && others.every(([, other]) => own >= count(prose, other));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

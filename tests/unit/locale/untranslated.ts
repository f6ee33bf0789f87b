/** What may be the same as in English, and why. */
export const UNTRANSLATED: ReadonlyMap<string, string> = new Map([
  ['extension.name', 'a name'],
  ['extension.shortName', 'a name'],
  ['extension.direction', 'a value, not a word'],
  ['account.pro', "the Hub's own badge"],
]);

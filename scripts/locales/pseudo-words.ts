/** What code fills in, or asks for: `{name}`, `$1`. No letter of it may change. */
const PLACEHOLDER = /(\{\w+\}|\$\d)/;

/** A letter that looks like each of a to z, then of A to Z. */
const ACCENTED = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const VOWEL = /[aeiou]/i;

/** By how much the words of some languages are longer than English ones. */
const LONGER_BY = 0.4;

/** A letter of the Arabic script for each of a to z. Marks that turn Latin letters round are dropped by Firefox. */
const ARABIC = 'ابجدهوزحطيكلمنسعفصقرشتثخذض';

/** English words with accents, and no letter of plain English left: what shows plain letters has no words in the locale. */
export function accented(text: string): string {
  return outsidePlaceholders(text, (part) => Array.from(part, accent).join(''));
}

/** Words with accents, 40 % longer, in brackets that show where they begin and end. */
export function accentedAndLong(text: string): string {
  let owed = 0;
  const long = outsidePlaceholders(text, (part) =>
    Array.from(part, (letter) => {
      owed += LONGER_BY;
      const times = VOWEL.test(letter) ? Math.floor(owed) : 0;
      owed -= times;
      return accent(letter).repeat(1 + times);
    }).join(''),
  );
  return `[${long}${'~'.repeat(Math.ceil(owed))}]`;
}

/** Words in letters that are written from right to left. */
export function rightToLeft(text: string): string {
  return outsidePlaceholders(text, (part) =>
    Array.from(part, (letter) => ARABIC[PLAIN.indexOf(letter) % 26] ?? letter).join(''),
  );
}

function accent(letter: string): string {
  return ACCENTED[PLAIN.indexOf(letter)] ?? letter;
}

function outsidePlaceholders(text: string, change: (part: string) => string): string {
  return text
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}

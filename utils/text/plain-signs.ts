/** Signs of numbers as other scripts and typesetters write them. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '－': '-',
  '＋': '+',
  '（': '(',
  '）': ')',
  '／': '/',
  '٫': '.',
  '٬': ',',
};

/* Of one UTF-16 unit each. The full-width comma and stop are left: Chinese ends its clauses with them. */
const OTHER_SIGN = /(?=[\u0080-\uffff])(?:\p{Nd}|[\u00a0\u2007\u2009\u202f\u3000‐‑－＋（）／٫٬])/gu;

/** A text with the digits, spaces and hyphens of ASCII; each character stands where it stood. */
export function plainSigns(text: string): string {
  const plain = new Map(Object.entries(SIGNS));
  return text.replace(OTHER_SIGN, (sign) => {
    const known = plain.get(sign) ?? String(digitOf(sign));
    plain.set(sign, known);
    return known;
  });
}

/** Unicode has the ten digits of a script in a row (Unicode Standard, 4.6). */
function digitOf(sign: string): number {
  let digit = 0;
  while (/\p{Nd}/u.test(String.fromCharCode(sign.charCodeAt(0) - digit - 1))) digit += 1;
  return digit;
}

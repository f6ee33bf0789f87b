/** Not inside a word, a longer number, a date or an amount. */
const BEFORE = String.raw`(?<![\p{Script=Latin}\p{N}/+-]|\p{N}[.,]|ISSN:? )`;
const AFTER = String.raw`(?!\d|[.,]\d)`;

/** What stands before a number that nothing else tells from an amount: "Tel.", "phone number:", "手机号". */
const CUE = [
  String.raw`(?<!\p{L})(?:t[eé]l(?:[eé](?:f|ph)oo?n[eo]?)?|phone|mobile?|m[oó]vil|celular|cellulare|handy|fax|gsm|whatsapp|тел(?:ефон)?|моб)`,
  '电话|電話|手机|手機|携帯|هاتف|جوال|تلفون|☎️?|📞|📱️?',
].join('|');
const NUMBER_WORD = String.raw`(?:[ .-]{0,2}(?:nummer|number|n[uú]mero|nr|no|号码?|號碼?))?(?: (?:is|ist|est|es)|是)?`;

/** In texts with the digits and spaces of ASCII; where two fit, the one that begins first counts. */
export const PHONE_PATTERNS: readonly RegExp[] = [
  // International: a plus sign or two zeros.
  String.raw`(?<![\p{Script=Latin}\p{N}+])(?:\+|00)[1-9](?:[ ./-]?\(?\d\)?){6,14}(?!\d)`,
  // With the zero that leads inside a country.
  String.raw`${BEFORE}(?:\(0\d{1,5}\)|0[1-9]\d{1,4})[ /.-]?(?:[ -]?\d){5,9}${AFTER}`,
  // Where it leads one more digit only, neither days nor years follow: they would make a date.
  String.raw`${BEFORE}0[1-9][ /-](?!(?:19|20)\d\d(?!\d))(?=\d{3})(?:[ -]?\d){7,8}${AFTER}`,
  String.raw`${BEFORE}0[1-9](?:[ .-]\d{2}){4}(?!\d)`,
  // North America, and mobile numbers in China.
  String.raw`${BEFORE}(?:1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])`,
  String.raw`${BEFORE}1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d-])`,
  // Brazil, India, Russia.
  String.raw`${BEFORE}(?:\(\d\d\) ?(?:9\d{4}|[2-5]\d{3})|\d\d 9\d{4})-\d{4}(?![\d-])`,
  String.raw`${BEFORE}(?<!\d )[6-9]\d{4}[ -]\d{5}(?![\d-]| \d)`,
  String.raw`${BEFORE}(?:8[ -]?)?\((?!(?:19|20)\d\d\))\d{3,5}\)[ -]?\d{2,3}(?:[ -]\d\d){2}(?![\d-])`,
  String.raw`${BEFORE}(?:8[ -]\d{3}[ -]\d{3}(?:[ -]\d\d){2}|\d{3}[ -]\d{3}-\d\d-\d\d)(?![\d-])`,
  // Any other, after a word that says so, unless it is a date or a row of years.
  String.raw`(?=[\d(])(?<!\d)(?<=(?:${CUE})${NUMBER_WORD}[^\p{L}\p{N}\n+]{0,4})(?!\d{1,4}([./-])\d{1,2}\1\d{1,4}(?!\d|[./-]\d)|(?:19|20)\d\d[ /-](?:19|20)\d\d(?!\d))\(?\d(?:[ ./()-]{0,2}\d){6,12}(?!\d|[.,:]\d)`,
].map((source) => new RegExp(source, 'giu'));

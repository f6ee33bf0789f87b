import type { MaskKind } from './mask-kinds.ts';

/** A place in a text that names a person. */
export interface PersonalSpan {
  kind: MaskKind;
  start: number;
  end: number;
}

/* Latin letters alone: Chinese stands right beside an address, without a space. */
const EMAIL =
  /(?<![\p{Script=Latin}\d_%+-])[\p{Script=Latin}\d_%+-](?:\.?[\p{Script=Latin}\d_%+-]){0,63}@(?:[\p{Script=Latin}\d][\p{Script=Latin}\d-]{0,62}\.){1,8}[\p{Script=Latin}]{2,24}/gu;

/** ISO 13616: country, check digits, up to 30 characters, often in fours. */
const IBAN = /(?<![A-Z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Z\d])/g;

/** ISO/IEC 7812: 13 to 19 digits. */
const CARD = /(?<![\d.,])[2-6]\d{3}(?:[ -]?\d){9,15}(?![\d-])/g;

const PHONES: readonly RegExp[] = [
  // International: a plus sign or two zeros.
  /(?<![\p{Script=Latin}\p{N}+])(?:\+|00)[1-9](?:[ \u00a0./-]?\(?\d\)?){6,14}(?!\d)/gu,
  // With the zero that leads inside a country.
  /(?<![\p{Script=Latin}\p{N}.,/+-])(?:\(0\d{1,5}\)|0[1-9]\d{1,4})[ /.-]?(?:[ -]?\d){5,9}(?![\d]|[.,]\d)/gu,
  /(?<![\p{Script=Latin}\p{N}.,/+-])0[1-9](?:[ .-]\d{2}){4}(?!\d)/gu,
  // North America, and mobile numbers in China.
  /(?<![\p{Script=Latin}\p{N}.,/+-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])/gu,
  /(?<![\p{Script=Latin}\p{N}.,/+-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d-])/gu,
];

/** The e-mail addresses, phone numbers, card numbers and IBANs of a text, in order and apart. */
export function findPersonal(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = [
    ...spans(text, IBAN, 'IBAN', ibanOf),
    ...spans(text, CARD, 'CARD', cardOf),
    ...spans(text, EMAIL, 'EMAIL'),
    ...PHONES.flatMap((pattern) => spans(text, pattern, 'PHONE')),
  ];
  // Stable: of two that begin at the same place the one found first stands.
  found.sort((a, b) => a.start - b.start);
  let end = 0;
  return found.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function spans(
  text: string,
  pattern: RegExp,
  kind: MaskKind,
  checked: (value: string) => string | undefined = (value) => value,
): PersonalSpan[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
    const value = checked(found);
    return value === undefined ? [] : [{ kind, start: index, end: index + value.length }];
  });
}

/** By the check digit of Luhn. */
function cardOf(value: string): string | undefined {
  const digits = (value.match(/\d/g) ?? []).map(Number).toReversed();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 ? value : undefined;
}

/** Without the word after it that looks like its end, if need be. */
function ibanOf(value: string): string | undefined {
  return [value, value.replace(/ \d*[A-Z][A-Z\d]*$/, '')].find(isIban);
}

/** By the remainder modulo 97 of ISO 7064. */
function isIban(value: string): boolean {
  const compact = value.replaceAll(' ', '');
  const moved = compact.slice(4) + compact.slice(0, 4);
  let remainder = 0;
  for (const character of moved) {
    for (const digit of String(Number.parseInt(character, 36))) {
      remainder = (remainder * 10 + Number(digit)) % 97;
    }
  }
  return remainder === 1;
}

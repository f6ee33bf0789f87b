import type { MaskKind } from './mask-kinds.ts';
import { PHONE_PATTERNS } from './phone-patterns.ts';
import { plainSigns } from './plain-signs.ts';

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

/**
 * ISO/IEC 7812: 13 to 19 digits. None is issued with 20 or 21 first, as years have it. Found wherever one can
 * begin: another number may stand before it.
 */
const CARD = /(?<!\d|\d[.,])(?=(?<ahead>(?:2[2-7]|[3-6]\d)\d\d(?:[ -]?\d){9,15})(?!\d))/g;

const SHORTEST_CARD = 13;

/** The e-mail addresses, phone numbers, card numbers and IBANs of a text, in order and apart. */
export function findPersonal(text: string): PersonalSpan[] {
  const plain = plainSigns(text);
  const found: PersonalSpan[] = [
    ...spans(plain, IBAN, 'IBAN', ibanOf),
    ...spans(plain, CARD, 'CARD', cardOf),
    ...spans(text, EMAIL, 'EMAIL'),
    ...PHONE_PATTERNS.flatMap((pattern) => spans(plain, pattern, 'PHONE')),
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
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, groups, index }) => {
    const value = checked(groups?.['ahead'] ?? whole);
    return value === undefined ? [] : [{ kind, start: index, end: index + value.length }];
  });
}

/** Without the date or the code after it that looks like its end, if need be. */
function cardOf(value: string): string | undefined {
  for (let end = value.length; end >= SHORTEST_CARD; end -= 1) {
    const isEnd = end === value.length || !/\d/.test(value.charAt(end));
    if (isEnd && isCard(value.slice(0, end))) return value.slice(0, end);
  }
  return undefined;
}

/** By the check digit of Luhn. */
function isCard(value: string): boolean {
  const digits = value.replaceAll(/[ -]/g, '');
  let sum = 0;
  for (let index = 1; index <= digits.length; index += 1) {
    const digit = Number(digits.at(-index)) * (index % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return digits.length >= SHORTEST_CARD && sum % 10 === 0;
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

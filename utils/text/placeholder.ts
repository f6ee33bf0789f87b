import { MASK_KINDS, type MaskKind } from './mask-kinds.ts';

const NAME = MASK_KINDS.join('|');

/**
 * A placeholder as models give it back: lower case, with escaped brackets and underscores, with a space or
 * full-width brackets; without brackets only as it was, since "email 1" is also just words.
 */
const PLACEHOLDER = new RegExp(
  String.raw`\\?[[［【]\s?(${NAME})(?:\\?[_-]|\s)(\d{1,6})\s?\\?[\]］】]|(?<![\p{L}\p{N}_])(${NAME})(?:\\?_)(\d{1,6})(?![\p{L}\p{N}_])`,
  'giu',
);

/** Characters of the longest form; what is longer can't become one any more. */
export const LONGEST_PLACEHOLDER = 20;

/** The placeholder of a value. */
export function placeholderOf(kind: MaskKind, number: number): string {
  return `[${kind}_${number}]`;
}

/** Replaces each placeholder by what `valueOf` says; where it says nothing, the placeholder stays. */
export function replacePlaceholders(
  text: string,
  valueOf: (placeholder: string) => string | undefined,
): string {
  return text.replace(PLACEHOLDER, (found: string, ...groups: (string | undefined)[]) => {
    const [kind, number, bareKind, bareNumber] = groups;
    if (bareKind !== undefined && bareKind !== bareKind.toUpperCase()) return found;
    const name = (kind ?? bareKind ?? '').toUpperCase();
    return valueOf(`[${name}_${Number(number ?? bareNumber)}]`) ?? found;
  });
}

/** Whether a text may be the beginning of a placeholder, or one that has no visible end. */
export function mayBecomePlaceholder(text: string): boolean {
  const plain = text
    .replaceAll('\\', '')
    .replace(/^[［【]/, '[')
    .replace(/^\[\s/, '[')
    .replace(/[\s-]/g, '_')
    .toUpperCase();
  const isBare = !plain.startsWith('[');
  if (isBare && text !== text.toUpperCase()) return false;
  return MASK_KINDS.some((kind) => {
    const stem = isBare ? `${kind}_` : `[${kind}_`;
    return (
      stem.startsWith(plain) ||
      (plain.startsWith(stem) && /^\d{0,6}_?$/.test(plain.slice(stem.length)))
    );
  });
}

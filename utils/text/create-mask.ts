import { findPersonal } from './find-personal.ts';
import { placeholderOf, replacePlaceholders } from './placeholder.ts';

/** Puts placeholders in the place of what names a person, and puts it back. */
export interface Mask {
  /** The text with placeholders. */
  hide(text: string): string;
  /** The text with the values back. */
  reveal(text: string): string;
}

/** Of a run that masks nothing. */
export const NO_MASK: Mask = { hide: (text) => text, reveal: (text) => text };

/**
 * The mask of all that one request sends. The same texts in the same order always make the same mask, the
 * same value always has the same placeholder, and none is taken that stands in a text already.
 */
export function createMask(texts: readonly string[]): Mask {
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const taken = new Set<string>();
  for (const text of texts) {
    replacePlaceholders(text, (placeholder) => void taken.add(placeholder));
  }
  const counts = { EMAIL: 0, PHONE: 0, CARD: 0, IBAN: 0 };
  for (const text of texts) {
    for (const { kind, start, end } of findPersonal(text)) {
      const value = text.slice(start, end);
      if (placeholders.has(value)) continue;
      let placeholder: string;
      do {
        counts[kind] += 1;
        placeholder = placeholderOf(kind, counts[kind]);
      } while (taken.has(placeholder));
      placeholders.set(value, placeholder);
      values.set(placeholder, value);
    }
  }
  const hideKnown = replacerOf(placeholders);
  return {
    hide: (text) => {
      let hidden = '';
      let from = 0;
      for (const { start, end } of findPersonal(text)) {
        const value = text.slice(start, end);
        hidden += hideKnown(text.slice(from, start)) + (placeholders.get(value) ?? value);
        from = end;
      }
      return hidden + hideKnown(text.slice(from));
    },
    reveal: (text) => replacePlaceholders(text, (placeholder) => values.get(placeholder)),
  };
}

/** The shortest values begin so: `a@b.de`. Characters. */
const STEM = 5;

/**
 * Replaces values wherever they stand: an answer has them back beside what a finder stumbles over, a dot or
 * another number. They are looked up by how they begin, since a text may hold thousands.
 */
function replacerOf(placeholders: ReadonlyMap<string, string>): (text: string) => string {
  const lengths = new Map<string, Set<number>>();
  // The longer first, where one begins like another.
  for (const value of [...placeholders.keys()].toSorted((a, b) => b.length - a.length)) {
    const stem = value.slice(0, STEM);
    lengths.set(stem, (lengths.get(stem) ?? new Set()).add(value.length));
  }
  const valueAt = (text: string, at: number) => {
    for (const length of lengths.get(text.slice(at, at + STEM)) ?? []) {
      const value = text.slice(at, at + length);
      if (placeholders.has(value)) return value;
    }
    return undefined;
  };
  return (text) => {
    if (lengths.size === 0) return text;
    let hidden = '';
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const value = valueAt(text, at);
      if (value === undefined) continue;
      hidden += text.slice(from, at) + (placeholders.get(value) ?? value);
      from = at + value.length;
      at = from - 1;
    }
    return hidden + text.slice(from);
  };
}

import { isWritableValue } from './writable-values.ts';

/** From here on a text is looked for inside others; a shorter one would be found by chance. */
const LONG = 8;

/**
 * What the walk has learned of the person and of their tokens. The second net under the allow-list:
 * a name that fits its pattern is still not written when it is one of these.
 */
export class Confidential {
  readonly #texts = new Set<string>();

  /** Remembers a secret, or anything about the person. */
  add(text: string | undefined): void {
    if (text) this.#texts.add(text.toLowerCase());
  }

  /** Remembers every text in a JSON value, but for the values that may be written. */
  addAll(value: unknown, path = ''): void {
    if (typeof value === 'string' && !isWritableValue(path, value)) this.add(value);
    if (Array.isArray(value)) for (const item of value) this.addAll(item, `${path}[]`);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        this.addAll(member, path === '' ? name : `${path}.${name}`);
      }
    }
  }

  /** Whether a text is one of them, or holds a long one. */
  covers(text: string): boolean {
    const lower = text.toLowerCase();
    return [...this.#texts].some(
      (secret) => lower === secret || (secret.length >= LONG && lower.includes(secret)),
    );
  }
}

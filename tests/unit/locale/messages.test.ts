// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';

const messages = generateChromeMessages(await parseMessagesFile('locales/en.yml'));
const defined = new Set(Object.keys(messages));
const files = globSync('{entrypoints,components,utils}/**/*.{ts,tsx,html}');
const sources = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Texts in quotes: the keys that template literals are filled with are among them. */
function literalsOf(text: string): string[] {
  return [...text.matchAll(/'([A-Za-z]+)'/g)].map(([, literal = '']) => literal);
}

interface Use {
  file: string;
  key: string;
}

/** Keys named whole, as `i18n.t('a.b')` or `__MSG_a_b__`. */
const plainUses = sources.flatMap(({ file, text }): Use[] =>
  [...text.matchAll(/i18n\.t\(\s*'([^']+)'|__MSG_(\w+?)__/g)].map(([, key, message]) => ({
    file,
    key: (key ?? message ?? '').replaceAll('.', '_'),
  })),
);

/** Keys that stand for one form of each number, as `plural('a.b', …)`. */
const pluralUses = sources.flatMap(({ file, text }): Use[] =>
  [...text.matchAll(/\bplural\(\s*'([^']+)'/g)].map(([, key = '']) => ({
    file,
    key: key.replaceAll('.', '_'),
  })),
);

/** Keys with a part filled in, as `i18n.t(`error.${key}.title`)`: any text of the same file may fill it. */
const filledUses = sources.flatMap(({ file, text }): Use[] =>
  [...text.matchAll(/i18n\.t\(\s*`([^`]+)`/g)].flatMap(([, template = '']) =>
    literalsOf(text).map((literal) => ({
      file,
      key: template.replace(/\$\{[^}]+\}/, literal).replaceAll('.', '_'),
    })),
  ),
);

/** What `words('…')` of describe-error names: there must be words for each. */
const wordKeys = sources.flatMap(({ file, text }): Use[] =>
  [...text.matchAll(/\bwords\(\s*'(\w+)'/g)].map(([, key = '']) => ({ file, key })),
);

describe('the English locale', () => {
  it('is read, and so are the sources', () => {
    expect(defined.size).toBeGreaterThan(150);
    expect(plainUses.length).toBeGreaterThan(90);
    expect(wordKeys.length).toBeGreaterThan(20);
    expect(pluralUses.length).toBeGreaterThan(20);
  });

  it('has every message that the sources use', () => {
    expect(plainUses.filter(({ key }) => !defined.has(key))).toEqual([]);
    expect(pluralUses.filter(({ key }) => !defined.has(`${key}_other`))).toEqual([]);
  });

  it('has a title and a detail for every error that describe-error names', () => {
    const missing = wordKeys.filter(
      ({ key }) => !defined.has(`error_${key}_title`) || !defined.has(`error_${key}_detail`),
    );
    expect(missing).toEqual([]);
  });

  it('has no message that nothing uses', () => {
    const used = new Set([...plainUses, ...filledUses].map(({ key }) => key));
    const stems = new Set(pluralUses.map(({ key }) => key));
    const isUsed = (key: string) => used.has(key) || stems.has(key.replace(/_(?:one|other)$/, ''));
    expect([...defined].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('has names that browsers accept', () => {
    expect([...defined].filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([]);
  });

  it('has no name twice in another case, which browsers take for the same', () => {
    expect(new Set([...defined].map((key) => key.toLowerCase())).size).toBe(defined.size);
  });
});

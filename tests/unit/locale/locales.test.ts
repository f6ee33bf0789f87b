// @vitest-environment node
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseMessagesFile, SUPPORTED_LOCALES } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { createManifest } from '@/utils/config/manifest';
import { PLAIN_BUILD } from '../support/builds';
import { UNTRANSLATED } from './untranslated';

/** Keys of plural forms end with a category of CLDR. */
const CATEGORY = /\.(?:zero|one|two|few|many|other)$/;

type Words = ReadonlyMap<string, string>;

const names = readdirSync('locales').map((file) => file.replace(/\.yml$/, ''));
const english = await wordsOf('en');

async function wordsOf(name: string): Promise<Words> {
  const messages = await parseMessagesFile(`locales/${name}.yml`);
  const words = messages.flatMap((message) =>
    message.type === 'simple' ? [[message.key.join('.'), message.message] as const] : [],
  );
  return new Map(words);
}

function stemsOf(words: Words): Set<string> {
  const others = [...words.keys()].filter((key) => key.endsWith('.other'));
  return new Set(others.map((key) => key.replace(CATEGORY, '')));
}

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}|\$\d/g))].toSorted();
}

describe('the English locale', () => {
  it('has both forms of every number', () => {
    const stems = [...stemsOf(english)];
    expect(stems.length).toBeGreaterThan(20);
    expect(stems.filter((stem) => !english.has(`${stem}.one`))).toEqual([]);
  });
});

describe.each(names)('the locale %s', async (name) => {
  const messages = await parseMessagesFile(`locales/${name}.yml`);
  const words = await wordsOf(name);
  const language = words.get('extension.language') ?? '';
  const stems = stemsOf(english);

  it('is one that browsers and stores know', () => {
    expect([...SUPPORTED_LOCALES]).toContain(name.replace('-', '_'));
  });

  it('names its language as its file does, and the direction that this has', () => {
    const direction = new Intl.Locale(language).getTextInfo?.().direction;
    expect(language).toBe(name);
    expect(words.get('extension.direction')).toBe(direction);
  });

  it('has plural forms by their category, none of the list 1, n', () => {
    expect(messages.filter(({ type }) => type === 'plural').map(({ key }) => key)).toEqual([]);
  });

  it('has every key of the English one, in all plural forms of its language, and none more', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const wanted = [...english.keys()].flatMap((key) => {
      const stem = key.replace(CATEGORY, '');
      if (!CATEGORY.test(key) || !stems.has(stem)) return [key];
      return pluralCategories.map((category) => `${stem}.${category}`);
    });
    expect([...words.keys()].toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  it('has the placeholders of the English one; a form for one number may leave the number out', () => {
    const wrong = [...words].filter(([key, text]) => {
      const stem = key.replace(CATEGORY, '');
      const isOneForm = key !== `${stem}.other` && stems.has(stem);
      const wanted = placeholdersOf(english.get(isOneForm ? `${stem}.other` : key) ?? '');
      const own = placeholdersOf(text);
      const left = wanted.filter((placeholder) => !own.includes(placeholder));
      const isMore = own.some((placeholder) => !wanted.includes(placeholder));
      return isMore || left.some((placeholder) => !isOneForm || placeholder !== '{count}');
    });
    expect(wrong).toEqual([]);
  });

  it('has no empty message, none with space around it, and no English left', () => {
    const isCareless = ([key, text]: [string, string]) =>
      text.trim() !== text ||
      text === '' ||
      (name !== 'en' && text === english.get(key) && !UNTRANSLATED.has(key));
    expect([...words].filter(isCareless)).toEqual([]);
  });

  it.each([
    ['extension.name', 45],
    ['extension.shortName', 12],
    ['extension.description', 132],
  ])("keeps %s within the stores' %i characters", (key, limit) => {
    expect(words.get(key)?.length ?? Infinity).toBeLessThanOrEqual(limit);
  });

  it('has words for the stores: its own name and summary, and why for each permission', async () => {
    const text = await readFile(`docs/store/${name}.md`, 'utf8');
    const manifest = createManifest(PLAIN_BUILD, {
      browser: 'chrome',
      isStoreZip: true,
      isDevelopment: false,
    });
    const asked = [manifest.permissions, manifest.host_permissions].flat();
    const named = [...asked, ...(manifest.optional_host_permissions ?? [])];
    expect(named.filter((permission) => !text.includes(`\`${permission}\``))).toEqual([]);
    expect(text).toContain(words.get('extension.name'));
    expect(text).toContain(words.get('extension.description'));
  });
});

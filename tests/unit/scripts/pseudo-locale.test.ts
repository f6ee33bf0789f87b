// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { messagesOf, oneLocale } from '../../../scripts/locales/one-locale.ts';
import { accented, accentedAndLong, rightToLeft } from '../../../scripts/locales/pseudo-words.ts';

const english = await messagesOf('en');
const placeholders = (text: string) => text.match(/\{\w+\}|\$\d/g)?.toSorted() ?? [];

describe('accented words', () => {
  it('have no plain letter left', () => {
    expect(accented('Sign in')).toBe('Šîĝñ îñ');
  });

  it('are 40 % longer and stand in brackets where cut text shall show', () => {
    const text = 'The answer was cut off because the connection ended.';
    const long = accentedAndLong(text);
    expect(long).toMatch(/^\[.*\]$/);
    expect(long.length - 2).toBeGreaterThanOrEqual(text.length * 1.4);
    expect(long.length - 2).toBeLessThan(text.length * 1.4 + 2);
  });

  it('leave alone what code fills in', () => {
    expect(accentedAndLong('{count} of {total}, $1')).toMatch(/\{count\} .* \{total\}, \$1/);
  });
});

describe('words from right to left', () => {
  it('are of the Arabic script, but for what code fills in', () => {
    expect(rightToLeft('Use {model}, not $1')).toMatch(
      /^\p{Script=Arabic}{3} \{model\}, \p{Script=Arabic}{3} \$1$/u,
    );
  });
});

describe.each(['en-XA', 'ar-XB'] as const)('the pseudo-locale %s', (locale) => {
  it('has every message with the placeholders of the English one', async () => {
    const messages = await messagesOf(locale);
    const wrong = Object.entries(english).filter(
      ([key, { message }]) =>
        String(placeholders(message)) !== String(placeholders(messages[key]?.message ?? 'none')),
    );
    expect(wrong).toEqual([]);
  });

  it('names itself and its direction', async () => {
    const { extension_language, extension_direction } = await messagesOf(locale);
    expect(extension_language?.message).toBe(locale);
    expect(extension_direction?.message).toBe(locale === 'ar-XB' ? 'rtl' : 'ltr');
  });
});

describe('a build with one language', () => {
  const build = (mode: string, locale?: string) => {
    const assets = [
      { relativeDest: '_locales/en/messages.json', contents: '{}' },
      { relativeDest: '_locales/zh_CN/messages.json', contents: '{}' },
      { relativeDest: 'icon/16.png', absoluteSrc: 'icon/16.png' },
    ];
    return oneLocale(locale)({ config: { mode } }, assets).then(() => assets);
  };

  it('has that language alone, as the default', async () => {
    const assets = await build('production', 'zh-CN');
    const names = assets.map(({ relativeDest }) => relativeDest);
    expect(names).toEqual(['icon/16.png', '_locales/en/messages.json']);
    expect(assets[1]?.contents).toContain('翻译');
  });

  it('has all languages if none is asked for', async () => {
    expect(await build('store')).toHaveLength(3);
  });

  it('is never one for a store', async () => {
    await expect(build('store', 'zh-CN')).rejects.toThrow('ONLY_LOCALE is for tests');
  });

  it('says which languages there are', async () => {
    await expect(build('production', 'tlh')).rejects.toThrow('en, zh-CN, en-XA, ar-XB');
  });
});

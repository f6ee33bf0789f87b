import { describe, expect, it } from 'vitest';
import { linkToText } from '@/utils/text/link-to-text';

const PAGE = 'https://example.org/lens';
const LONG =
  'A lighthouse lens gathers the light of a small lamp, and bends it into a narrow beam that reaches the horizon.';

describe('a link back to a text on its page', () => {
  it.each([
    ['names a short text whole', 'Lamps burn oil.', true, '#:~:text=Lamps%20burn%20oil'],
    [
      'names a long text by its first and its last words',
      LONG,
      true,
      '#:~:text=A%20lighthouse%20lens%20gathers%20the%20light,narrow%20beam%20that%20reaches%20the%20horizon',
    ],
    [
      'takes each end from one line, since no term may cross blocks',
      'Lenses\n\n\tLamps burn oil.\nThe end',
      true,
      '#:~:text=Lenses,The%20end',
    ],
    [
      'names only the beginning of a text whose end is not known',
      LONG,
      false,
      '#:~:text=A%20lighthouse%20lens%20gathers%20the%20light',
    ],
    [
      'encodes what has a meaning in a directive',
      'oil-lamp, wick & co',
      true,
      '#:~:text=oil%2Dlamp%2C%20wick%20%26%20co',
    ],
    [
      'finds words where there are no spaces',
      '灯塔的透镜把光聚成一束。',
      true,
      /^#:~:text=%E7%81%AF/,
    ],
    ['takes half a character for none', 'oil \ud83d lamp', true, '#:~:text=oil%20%EF%BF%BD%20lamp'],
    ['leads to the page alone where there are no words', ' … \n!', true, ''],
    ['leads to the page alone where a word has no end', 'a'.repeat(400), true, ''],
  ] as const)('%s', (_title, text, isWhole, fragment) => {
    const link = linkToText(PAGE, text, isWhole) ?? '';
    expect(link.startsWith(PAGE)).toBe(true);
    const rest = link.slice(PAGE.length);
    if (typeof fragment === 'string') expect(rest).toBe(fragment);
    else expect(rest).toMatch(fragment);
  });

  it('keeps the fragment that the address has, but for an older directive', () => {
    expect(linkToText(`${PAGE}#optics`, 'Lamps', true)).toBe(`${PAGE}#optics:~:text=Lamps`);
    expect(linkToText(`${PAGE}#optics:~:text=Old`, 'Lamps', true)).toBe(
      `${PAGE}#optics:~:text=Lamps`,
    );
    expect(linkToText(`${PAGE}#:~:text=Old`, 'Lamps', true)).toBe(`${PAGE}#:~:text=Lamps`);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'mailto:a@b.c',
    'https://a:b@example.org',
    '',
  ])('[RD-04] leads nowhere for %s', (address) => {
    expect(linkToText(address, 'Lamps', true)).toBeUndefined();
  });
});

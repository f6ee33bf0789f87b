// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { foldWords } from '@/utils/history/fold-words';
import { queryTerms } from '@/utils/history/query-terms';

describe('foldWords', () => {
  it.each([
    ['gives each word once', 'to be or not to be', ['to', 'be', 'or', 'not']],
    ['ignores case, also that of İ and ẞ', 'İstanbul STRAẞE', ['istanbul', 'strasse']],
    [
      'ignores accents, composed or not',
      'naïve cafe\u0301 Ångström ё',
      ['naive', 'cafe', 'angstrom', 'е'],
    ],
    [
      'writes out letters with nothing to strip',
      'Straße Łódź smørrebrød Þór œuvre',
      ['strasse', 'lodz', 'smorrebrod', 'thor', 'oeuvre'],
    ],
    ['takes the two small sigmas for one', 'ΟΔΟΣ οδος', ['οδοσ']],
    [
      'parts at apostrophes, dots and underscores',
      "l'eau don’t foo_bar example.com",
      ['l', 'eau', 'don', 't', 'foo', 'bar', 'example', 'com'],
    ],
    ['takes wide letters and ligatures for plain ones', 'Ｆｕｌｌ ﬁne', ['full', 'fine']],
    ['keeps numbers', 'GPT-4 in 2026', ['gpt', '4', 'in', '2026']],
    [
      'leaves Arabic vowel signs, tatweel and the hamza of alef out',
      'كِتَابٌ كتـاب أحمد',
      ['كتاب', 'احمد'],
    ],
    ['takes the Persian letters for the Arabic', 'کتاب كتاب على علی', ['كتاب', 'علي']],
    ['leaves Hebrew points out', 'שָׁלוֹם', ['שלום']],
    ['keeps the vowels of Hindi, which are marks too', 'की के', ['की', 'के']],
    ['parts Chinese into pairs and the last character', '机器学习', ['机器', '器学', '学习', '习']],
    ['takes half-width katakana for the full', 'ｶﾞｽ', ['ガス', 'ス']],
    ['leaves soft hyphens out', 'Donau\u00ADdampf', ['donaudampf']],
    ['finds nothing in signs', '— ?! 🎉 ́', []],
  ])('%s', (_title, text, words) => {
    expect([...foldWords(text)]).toEqual(words);
  });

  it('parts Thai, which has no spaces', () => {
    expect([...foldWords('สวัสดีชาวโลก')].length).toBeGreaterThan(1);
  });

  it('cuts what is too long for a word', () => {
    expect([...foldWords('a'.repeat(100_000))]).toEqual(['a'.repeat(64)]);
  });

  it('reads 500,000 characters, and no more', () => {
    const words = foldWords(`${'word '.repeat(99_999)}last. beyond`);
    expect([...words]).toEqual(['word', 'last']);
  });
});

const whole = (word: string) => ({ word, isPrefix: false });
const beginning = (word: string) => ({ word, isPrefix: true });

describe('queryTerms', () => {
  it.each([
    ['takes the last word for a beginning', 'Big cAt', [whole('big'), beginning('cat')]],
    ['takes the last word whole when a space ends it', 'big cat ', [whole('big'), whole('cat')]],
    ['asks for a word once', 'cat cat cat', [whole('cat'), beginning('cat')]],
    ['asks for the pairs of Chinese', '机器学', [whole('机器'), whole('器学')]],
    [
      'takes a character alone for the beginning of a pair',
      '学 学 cat ',
      [beginning('学'), whole('cat')],
    ],
    ['is empty without any word', ' ?! ', []],
  ])('%s', (_title, query, terms) => {
    expect(queryTerms(query)).toEqual(terms);
  });

  it('takes 32 terms of a text that was pasted in', () => {
    const pasted = Array.from({ length: 100_000 }, (_, index) => `w${index}`).join(' ');
    expect(queryTerms(pasted)).toHaveLength(32);
  });
});

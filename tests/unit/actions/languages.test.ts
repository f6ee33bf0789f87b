// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fakeI18n } from '@/tests/fakes/fake-i18n';
import type { ActionId } from '@/utils/actions/action';
import {
  answerLanguage,
  otherwiseLanguage,
  type LanguageChoice,
} from '@/utils/actions/answer-language';
import { isSameLanguage, languageName } from '@/utils/actions/language-name';
import { formatLanguage } from '@/utils/format/languages';
import { detectLanguage } from '@/utils/actions/detect-language';

function target(action: ActionId, change: Partial<LanguageChoice> = {}) {
  return answerLanguage(action, {
    text: 'en',
    own: 'de',
    second: undefined,
    accepted: [],
    ...change,
  });
}

describe('answerLanguage', () => {
  it.each(['summarize', 'explain', 'ask'] as const)(
    'is the language of the person to %s',
    (action) => {
      expect(target(action)).toBe('de');
      expect(target(action, { text: 'de' })).toBe('de');
    },
  );

  it.each(['rewrite', 'fix-grammar'] as const)('is that of the text to %s', (action) => {
    expect(target(action)).toBe('en');
    expect(target(action, { text: 'zh-Hant' })).toBe('zh-Hant');
    expect(target(action, { text: undefined })).toBe('und');
    // A model would be told of the wrong script.
    expect(target(action, { text: 'zh' })).toBe('und');
  });

  it.each<[string, Partial<LanguageChoice>, string]>([
    ['goes to the language of the person', {}, 'de'],
    ['does so when the text has no known language', { text: undefined, second: 'fr' }, 'de'],
    ['goes to the second where the text is in the first', { text: 'de', second: 'fr' }, 'fr'],
    ['takes Chinese of no script for Chinese', { text: 'zh', own: 'zh-TW', second: 'fr' }, 'fr'],
    ['takes one script of Chinese to the other', { text: 'zh-Hans', own: 'zh-TW' }, 'zh-TW'],
    ['takes Traditional for what zh-HK reads', { text: 'zh-Hant', own: 'zh-HK' }, 'en'],
    [
      'goes to the other script where that is the second',
      { text: 'zh-Hans', own: 'zh-CN', second: 'zh-Hant' },
      'zh-Hant',
    ],
    [
      'does not go to the other script because the browser was told of it',
      { text: 'zh-Hans', own: 'zh-CN', accepted: ['zh-CN', 'zh-TW', 'fr'] },
      'fr',
    ],
    ['takes English for English', { text: 'en', own: 'en-US', second: 'fr' }, 'fr'],
    [
      'goes to the next that the browser was told',
      { text: 'de', accepted: ['de-AT', 'it', 'en'] },
      'it',
    ],
    ['goes to English where nothing was told', { text: 'de' }, 'en'],
    ['goes to the next where the second is the same', { text: 'de', second: 'de-CH' }, 'en'],
    [
      'stays where English is all there is',
      { text: 'en', own: 'en-GB', accepted: ['en'] },
      'en-GB',
    ],
  ])('translates: %s', (_title, change, expected) => {
    expect(target('translate', change)).toBe(expected);
  });
});

describe('otherwiseLanguage', () => {
  const choice = { text: undefined, own: 'de', second: 'fr', accepted: ['de', 'it'] };

  it.each([
    ['the second', {}, 'fr'],
    ['the next that the browser was told', { second: undefined }, 'it'],
    ['English', { second: 'de-CH', accepted: ['de'] }, 'en'],
    [
      'none where English is all there is',
      { own: 'en-US', second: undefined, accepted: [] },
      undefined,
    ],
    ['none where the text says which', { text: 'en' }, undefined],
  ])('of a translation whose text may be in the own one is %s', (_title, change, expected) => {
    expect(otherwiseLanguage('translate', { ...choice, ...change })).toBe(expected);
  });

  it.each(['summarize', 'explain', 'rewrite', 'fix-grammar', 'ask'] as const)(
    'is none to %s',
    (action) => {
      expect(otherwiseLanguage(action, choice)).toBeUndefined();
    },
  );
});

describe('languageName', () => {
  it.each([
    ['de', 'German'],
    ['en-US', 'American English'],
    ['zh', 'Simplified Chinese'],
    ['zh-HK', 'Traditional Chinese'],
    ['zh-Hant', 'Traditional Chinese'],
    ['und', 'its own language'],
    ['no tag at all', 'its own language'],
  ])('says %s to a model as %s', (tag, name) => {
    expect(languageName(tag)).toBe(name);
  });

  it('never fails for what an imported file says', () => {
    expect(formatLanguage('no tag at all')).toBe('no tag at all');
    expect(formatLanguage('de')).toBe('German');
    expect(isSameLanguage('no tag at all', 'de')).toBe(false);
  });
});

describe('detectLanguage', () => {
  const ENGLISH = 'The lens of a lighthouse bends the light of a small flame.';
  const detector = (found: object | Error) =>
    Object.assign(fakeBrowser, {
      i18n: {
        ...fakeI18n,
        detectLanguage: () =>
          found instanceof Error ? Promise.reject(found) : Promise.resolve(found),
      },
    });
  const sure = (language: string, percentage = 98) => ({
    isReliable: true,
    languages: [
      { language: 'xx', percentage: 1 },
      { language, percentage },
    ],
  });

  afterEach(() => {
    Object.assign(fakeBrowser, { i18n: fakeI18n });
  });

  it.each([
    ['en', 'en'],
    ['iw', 'he'],
    ['zh', 'zh'],
    ['zh_TW', 'zh-TW'],
    ['un', undefined],
    ['not a tag', undefined],
  ])('takes what the browser is sure of: %s', async (found, language) => {
    detector(sure(found));
    expect(await detectLanguage(ENGLISH)).toBe(language);
  });

  it.each([
    ['is not sure', { ...sure('en'), isReliable: false }],
    ['sees a mixture', sure('en', 50)],
    ['sees nothing', { isReliable: true, languages: [] }],
    ['fails', new Error('no detector')],
  ])('knows nothing where the browser %s', async (_title, found) => {
    detector(found);
    expect(await detectLanguage(ENGLISH)).toBeUndefined();
  });

  it('reads the script of Chinese that the browser names without it', async () => {
    detector(sure('zh'));
    expect(await detectLanguage('We use the lighthouse, 這個燈塔很老了，他們說。')).toBe('zh-Hant');
  });

  it('does not believe it of a word or two', async () => {
    detector(sure('fr'));
    expect(await detectLanguage('lens')).toBeUndefined();
  });

  it.each([
    ['灯塔', 'zh-Hans'],
    ['燈塔', 'zh-Hant'],
    ['這個臺灣的網頁使用繁體中文，它說「这」是簡體字。', 'zh-Hant'],
    ['我们用 React 写这个网页的全部代码。', 'zh-Hans'],
    // Each is written the same in both scripts.
    ['中文', 'zh'],
    ['一個，一个。', 'zh'],
    ['灯台の光', 'ja'],
    ['등대', 'ko'],
    ['מגדלור', 'he'],
    ['منارة', undefined],
  ])('knows %s by its script', async (text, language) => {
    expect(await detectLanguage(text)).toBe(language);
  });
});

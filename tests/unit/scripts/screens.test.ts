// @vitest-environment node
import { expect, test } from 'vitest';
import { ACTS } from '@/scripts/screens/acts';
import { readArguments } from '@/scripts/screens/arguments';
import { indexPage } from '@/scripts/screens/index-page';
import { looksOf } from '@/scripts/screens/looks';

const SCREENS = ACTS.flatMap(({ screens }) => screens);

test('all browsers, languages and screens are wanted unless some are named', () => {
  expect(readArguments([])).toEqual({
    browsers: ['chromium', 'firefox'],
    languages: ['en', 'zh-CN', 'en-XA', 'ar-XB'],
    only: [],
  });
  expect(
    readArguments(['--browser', 'firefox', '--language', 'en', '--only', 'popup, card']),
  ).toEqual({ browsers: ['firefox'], languages: ['en'], only: ['popup', 'card'] });
});

test.each([
  [['--browser', 'safari'], '--browser is "safari", but it must be one of chromium, firefox.'],
  [['--langage', 'en'], "Unknown option '--langage'. Known are --browser, --language and --only."],
])('%j is refused with one sentence', (args, sentence) => {
  expect(() => readArguments(args)).toThrow(sentence);
});

test('no two screens write the same picture', () => {
  const names = SCREENS.map(({ surface, name }) => `${surface}-${name}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('twelve screens answer for a stranger, four for each question', () => {
  const questions = Map.groupBy(
    SCREENS.filter(({ answers }) => answers),
    ({ answers }) => answers,
  );
  expect([...questions.values()].map((screens) => screens.length)).toEqual([4, 4, 4]);
});

test('the index begins with what answers for a stranger, then has each picture with its name', () => {
  const pictures = SCREENS.map((screen) => ({
    screen,
    look: 'light',
    language: 'en',
    browser: 'chromium',
    isTooWide: false,
    file: `${screen.surface}-${screen.name}.png`,
  }));
  const page = indexPage(pictures);
  expect(page.match(/<img /g)).toHaveLength(pictures.length + 12);
  expect(page.indexOf('Who gets my text?')).toBeLessThan(page.indexOf('id="welcome"'));
  expect(page).not.toMatch(/https?:/);
});

test('every screen is seen in light, and in English in dark as well', () => {
  for (const screen of SCREENS) {
    expect(looksOf(screen, 'ar-XB').map(({ name }) => name)).toContain('light');
    expect(looksOf(screen, 'en').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['light', 'dark']),
    );
  }
});

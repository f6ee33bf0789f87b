// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerLanguage } from '@/utils/actions/answer-language';
import { detectLanguage } from '@/utils/actions/detect-language';

const ENGLISH = 'A lighthouse lens bends the light of a small flame into a beam.';

afterEach(() => {
  vi.useRealTimers();
});

describe('answerLanguage', () => {
  it('does not translate Norwegian into Norwegian, whatever detector and browser call it', () => {
    const choice = { second: undefined, accepted: [] };
    expect(answerLanguage('translate', { ...choice, text: 'no', own: 'nb' })).toBe('en');
    expect(answerLanguage('translate', { ...choice, text: 'nb', own: 'no-NO' })).toBe('en');
  });
});

describe('detectLanguage', () => {
  const CHINESE = '灯塔的透镜把光汇聚成一束，水手们相信它。'.repeat(10);

  it('takes Chinese that names something Japanese for no Japanese', async () => {
    const detect = () => Promise.resolve({ isReliable: false, languages: [] });
    Object.assign(fakeBrowser.i18n, { detectLanguage: detect });
    expect(await detectLanguage(`${CHINESE}他最喜欢的店叫优の良品。`)).not.toBe('ja');
  });

  it.each([
    ['never answers', () => new Promise(() => undefined)],
    [
      'throws at once',
      () => {
        throw new Error('not here');
      },
    ],
  ])(
    'does not wait for a detector that %s',
    async (_title, detect) => {
      vi.useFakeTimers();
      Object.assign(fakeBrowser.i18n, { detectLanguage: detect });
      const found = detectLanguage(ENGLISH);
      const [language] = await Promise.all([found, vi.advanceTimersByTimeAsync(10_000)]);
      expect(language).toBeUndefined();
    },
    2_000,
  );
});

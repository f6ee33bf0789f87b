// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { messagesOf } from '@/utils/actions/messages';
import { formatLanguage } from '@/utils/format/languages';
import { makeBrief } from '@/utils/runs/make-brief';
import type { Run } from '@/utils/runs/run';
import { run } from '../support/runs';

const ID = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Everything a model is told, in a browser whose language is this. */
async function told(language: string, change: Partial<Run>): Promise<string> {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(language);
  const fresh = run(ID, { text: 'Lamps burn oil.', question: 'Why?', ...change, brief: undefined });
  const brief = await makeBrief(fresh);
  return messagesOf({ ...fresh, brief }, [])
    .map(({ content }) => content)
    .join('\n');
}

describe('in a Chinese browser a model', () => {
  it.each(['summarize', 'explain', 'translate', 'ask'] as const)(
    'is told to %s in Simplified Chinese',
    async (action) => {
      expect(await told('zh-CN', { action })).toContain('Simplified Chinese');
    },
  );

  it.each(['rewrite', 'fix-grammar'] as const)(
    'is told to %s in the language of the text',
    async (action) => {
      expect(await told('zh-CN', { action })).not.toContain('Chinese');
      expect(await told('zh-CN', { action, text: '灯塔的透镜把光聚成一束。' })).toContain(
        'which is Simplified Chinese',
      );
    },
  );

  it.each(['rewrite', 'fix-grammar'] as const)(
    'is not told to %s Traditional Chinese as Simplified',
    async (action) => {
      const text = '這個燈塔的透鏡把光聚成一束。';
      const words = await told('zh-CN', { action, text });
      expect(words).toContain('which is Traditional Chinese');
      expect(words).not.toContain('Simplified');
    },
  );

  it('translates Traditional Chinese into Simplified', async () => {
    const words = await told('zh-CN', { action: 'translate', text: '這個燈塔的透鏡很大。' });
    expect(words).toContain('Translate the text into Simplified Chinese');
  });

  it('translates Chinese into English', async () => {
    const text = '灯塔的透镜把光聚成一束。';
    const words = await told('zh-CN', { action: 'translate', text });
    expect(words).toContain('Translate the text into English');
  });

  it('is told of Traditional Chinese where the browser has that', async () => {
    expect(await told('zh-TW', { action: 'summarize' })).toContain('Traditional Chinese');
  });

  it('and the person are told the same language', () => {
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('zh-CN');
    expect(['zh-CN', 'zh-Hant', 'en'].map(formatLanguage)).toEqual([
      '简体中文',
      '繁体中文',
      '英语',
    ]);
  });
});

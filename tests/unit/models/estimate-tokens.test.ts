// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { costUsd } from '@/utils/models/cost';
import { estimateTokens, takeTokens } from '@/utils/models/estimate-tokens';
import { searchModels } from '@/utils/models/search-models';
import { chatModel } from '../support/chat-models';

describe('estimateTokens', () => {
  it.each([
    ['nothing', '', 0],
    ['one letter', 'a', 1],
    ['35 letters', 'a'.repeat(35), 10],
    ['36 letters', 'a'.repeat(36), 11],
    ['ten Chinese characters', '灯台的光穿过了夜雾。', 10],
    ['Japanese kana', 'ともしび', 4],
    ['Korean syllables', '등대', 2],
    ['full-width letters', 'ＡＢＣ', 3],
    ['both', `灯台${'a'.repeat(7)}`, 4],
    ['35 accented letters', 'äßéñł'.repeat(7), 10],
    ['35 digits, signs and spaces', '1 (=)\n{'.repeat(5), 10],
    ['15 Cyrillic letters', 'маяксветитвморе', 10],
    ['15 Greek letters', 'φάρος'.repeat(3), 10],
    ['15 Arabic letters', 'منارة'.repeat(3), 10],
    ['15 Thai letters', 'กขคงจ'.repeat(3), 10],
    ['12 Devanagari letters and signs', 'दीपक'.repeat(3), 8],
    ['a Latin, a Cyrillic and a Chinese word', 'lens свет 灯', 6],
    ['an emoji, which is two characters', '🗼', 2],
  ])('estimates %s', (_title, text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });
});

describe('takeTokens', () => {
  it('takes a text that fits whole, with its last space', () => {
    expect(takeTokens('A short text. ', 100)).toBe('A short text. ');
  });

  it('ends at a word', () => {
    // 17.5 characters fit.
    expect(takeTokens('A lighthouse bends light.', 5)).toBe('A lighthouse');
  });

  it('cuts inside a word that is longer than a line', () => {
    const text = `start ${'x'.repeat(1_000)}`;
    expect(takeTokens(text, 100)).toBe(text.slice(0, 350));
  });

  it('cuts Chinese, which has no spaces, at the token', () => {
    expect(takeTokens('灯台的光穿过了夜雾。', 4)).toBe('灯台的光');
  });

  it.each(Array.from({ length: 12 }, (_, limit) => limit))(
    'leaves no half of a surrogate pair at %s tokens',
    (limit) => {
      const taken = takeTokens('🗼🌊'.repeat(20), limit);
      expect(taken.isWellFormed()).toBe(true);
    },
  );

  it('takes nothing for no tokens', () => {
    expect(takeTokens('A text.', 0)).toBe('');
  });

  it.each([1, 7, 50, 333])('never takes more than %s tokens', (limit) => {
    const text = 'Lighthouse 灯台, bends the light — 🗼. '.repeat(200);
    const taken = takeTokens(text, limit);
    expect(estimateTokens(taken)).toBeLessThanOrEqual(limit);
    expect(text.startsWith(taken)).toBe(true);
  });
});

describe('costUsd', () => {
  it('prices input and output by the million', () => {
    const model = { price: { input: 2, output: 10 } };
    expect(costUsd(model, { inputTokens: 500_000, outputTokens: 100_000 })).toBe(2);
  });

  it('is unknown without a price', () => {
    expect(costUsd({}, { inputTokens: 1, outputTokens: 1 })).toBeUndefined();
  });
});

describe('searchModels', () => {
  const models = ['Qwen/Qwen3-4B', 'meta-llama/Llama-3.1-8B', 'google/gemma-3-27b'].map((id) =>
    chatModel(id),
  );

  it.each([
    ['all for nothing', '', [0, 1, 2]],
    ['all for blanks', '  ', [0, 1, 2]],
    ['by a part of the name', 'llama', [1]],
    ['by the organization', 'google/', [2]],
    ['in any case', 'QWEN', [0]],
    ['by words in any order', '8b meta', [1]],
    ['by every word', 'llama qwen', []],
    ['by characters, not by patterns', '.*', []],
    ['with a dot as a dot', '3.1', [1]],
  ])('finds %s', (_title, query, found) => {
    expect(searchModels(models, query)).toEqual(found.map((index) => models[index]));
  });
});

// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { splitThinking } from '@/utils/inference/split-thinking';

function split(pieces: readonly string[]): { text: string; reasoning: string } {
  const thinking = splitThinking();
  const parts = [...pieces.map((piece) => thinking.push(piece)), thinking.end()];
  return {
    text: parts.map(({ text }) => text).join(''),
    reasoning: parts.map(({ reasoning }) => reasoning).join(''),
  };
}

const ANSWERS: [string, string, string, string][] = [
  ['without thoughts', 'A lens.', 'A lens.', ''],
  ['with thoughts', '<think>Hm.</think>A lens.', 'A lens.', 'Hm.'],
  ['with space around its tags', '\n<think>\nHm.\n</think>\n\nA lens.', 'A lens.', 'Hm.\n'],
  ['that begins with space', '\n  A lens.', '\n  A lens.', ''],
  ['of space alone', ' \n', ' \n', ''],
  ['with empty thoughts, as of Qwen 3 told not to think', '<think>\n\n</think>\n\nA', 'A', ''],
  ['that is all thoughts, closed', '<think>Hm.</think>', '', 'Hm.'],
  ['that is all thoughts, cut off', '<think>Hm. A', '', 'Hm. A'],
  ['cut off in the closing tag', '<think>Hm.</thi', '', 'Hm.</thi'],
  ['cut off in the opening tag', '<thi', '<thi', ''],
  ['that begins almost like a tag', '<thing> A', '<thing> A', ''],
  ['with a tag of another name', '<thinking>A</thinking>', '<thinking>A</thinking>', ''],
  ['with a tag later on', 'Use <think>x</think> so.', 'Use <think>x</think> so.', ''],
  ['with a tag after thoughts', '<think>Hm</think>A <think>B</think>', 'A <think>B</think>', 'Hm'],
  ['with a tag in thoughts', '<think>Is <think> a tag?</think>A', 'A', 'Is <think> a tag?'],
  ['with signs in thoughts', '<think>a < b </ c <</think>A', 'A', 'a < b </ c <'],
  ['that closes what was never open', 'Hm.</think>A', 'Hm.</think>A', ''],
];

describe('splitThinking', () => {
  it.each(ANSWERS)('reads an answer %s', (_title, content, text, reasoning) => {
    expect(split([content])).toEqual({ text, reasoning });
  });

  it.each(ANSWERS)(
    'reads one %s the same, however it is cut',
    (_title, content, text, reasoning) => {
      const whole = { text, reasoning };
      for (let at = 0; at <= content.length; at += 1) {
        expect(split([content.slice(0, at), content.slice(at)])).toEqual(whole);
      }
      expect(split(content.split(''))).toEqual(whole);
    },
  );

  it('gives out at once whatever cannot become a tag', () => {
    const thinking = splitThinking();
    expect(thinking.push('<think>Hm <')).toEqual({ text: '', reasoning: 'Hm ' });
    expect(thinking.push('b')).toEqual({ text: '', reasoning: '<b' });
    expect(thinking.push('</think> A <')).toEqual({ text: 'A <', reasoning: '' });
    expect(splitThinking().push('A')).toEqual({ text: 'A', reasoning: '' });
  });
});

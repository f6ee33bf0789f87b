// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { joinAnswers } from '@/utils/runs/join-answers';

function joined(answer: string, pieces: string[]): string {
  const joint = joinAnswers(answer);
  return answer + pieces.map((piece) => joint.push(piece)).join('') + joint.end();
}

describe('joinAnswers', () => {
  it.each([
    ['goes on after a space', 'The lens', ' bends light.', 'The lens bends light.'],
    ['goes on inside a word', 'The le', 'ns bends light.', 'The lens bends light.'],
    [
      'begins the last word again',
      'The lens bends ligh',
      'light far.',
      'The lens bends light far.',
    ],
    [
      'repeats the last words',
      'It turns at night. The lens',
      'night. The lens bends.',
      'It turns at night. The lens bends.',
    ],
    [
      'repeats whole lines',
      '# A\n\n- one\n- two',
      '- one\n- two\n- three',
      '# A\n\n- one\n- two\n- three',
    ],
    ['repeats Chinese', '灯塔的透镜弯曲光线', '弯曲光线，很远。', '灯塔的透镜弯曲光线，很远。'],
    ['means a short repetition', 'It was very ', 'very far.', 'It was very very far.'],
    ['means a doubled digit', 'In 2', '2 days.', 'In 22 days.'],
    ['means a doubled Chinese character', '我妈', '妈说。', '我妈妈说。'],
    ['begins with the end of a word', 'Two boats', 's and', 'Two boatss and'],
    ['keeps a new paragraph', 'One.\n', '\nTwo.', 'One.\n\nTwo.'],
    ['says nothing', 'The lens', '', 'The lens'],
    ['says only what was there', 'It bends light far.', 'bends light far.', 'It bends light far.'],
  ])('%s', (_what, answer, next, whole) => {
    expect(joined(answer, [next])).toBe(whole);
    expect(joined(answer, Array.from(next))).toBe(whole);
  });

  it('removes at most 200 characters', () => {
    const answer = 'A lens bends light. '.repeat(30);
    expect(joined(answer, [answer])).toBe(answer + answer.slice(200));
  });

  it('gives out at once what repeats nothing', () => {
    const joint = joinAnswers('A long answer about lenses');
    expect(joint.push(' and')).toBe(' and');
  });
});

import { describe, expect, it } from 'vitest';
import { NOTHING_READ, wholeSentences } from '@/utils/text/whole-sentences';

/** What is said of an answer that comes in pieces, piece by piece; the end comes with the last. */
function said(...pieces: string[]): string[][] {
  let read = NOTHING_READ;
  let answer = '';
  return pieces.map((piece, index) => {
    answer += piece;
    const next = wholeSentences(answer, read, index === pieces.length - 1, 'Code.');
    read = next.read;
    return next.sentences;
  });
}

describe('the sentences of a growing answer', () => {
  it('come when they are whole, each once, and the last at the end', () => {
    expect(said('A lens ', 'bends light. Lamps', ' burn', ' oil')).toEqual([
      [],
      ['A lens bends light.'],
      [],
      ['Lamps burn oil'],
    ]);
  });

  it('do not end at a point that goes on', () => {
    expect(said('It costs 3.', '14 in all. ', 'Yes.')).toEqual([
      [],
      [],
      ['It costs 3.14 in all.', 'Yes.'],
    ]);
  });

  it('come whole however the answer is split', () => {
    const answer =
      '# Lenses\n\nA **lens** bends\nlight. See [the page](https://example.org/a.b).\n\n- One item\n- Two items. And more.\n\n```js\nrun. Stop.\n```\n\nThe end. Done';
    const whole = said(answer).flat();
    expect(said(...Array.from(answer)).flat()).toEqual(whole);
    expect(whole).toEqual([
      'Lenses',
      'A lens bends light.',
      'See the page.',
      'One item',
      'Two items.',
      'And more.',
      'Code.',
      'The end.',
      'Done',
    ]);
  });

  it('mention a block of code once, and none of what is in it', () => {
    expect(said('````md\nA. B. ', 'C.\n```\n# D.\n', '````\nAfter it. ', 'End.')).toEqual([
      ['Code.'],
      [],
      [],
      ['After it.', 'End.'],
    ]);
    expect(said('```\nnever closed. ', 'or so').flat()).toEqual(['Code.']);
  });

  it('are the cells of a row, not its lines', () => {
    expect(said('| Lamp | Oil |\n|---|---|\n| A | B |\n').flat()).toEqual(['Lamp Oil', 'A B']);
  });

  it('are those of other scripts too', () => {
    expect(said('灯塔有透镜。它把光', '聚成一束。', '完')).toEqual([
      ['灯塔有透镜。'],
      [],
      ['它把光聚成一束。', '完'],
    ]);
  });

  it('never come again for an answer that is shorter for a moment', () => {
    const { read } = wholeSentences('One. Two. ', NOTHING_READ, true, 'Code.');
    expect(wholeSentences('One.', read, true, 'Code.')).toEqual({ sentences: [], read });
  });
});

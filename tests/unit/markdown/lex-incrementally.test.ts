import { describe, expect, it } from 'vitest';
import { Lexer } from 'marked';
import { documents } from '../../fixtures/markdown/documents';
import { lexPieces, renderState } from './render-markdown';
import { seededRandom, splitRandomly } from './split-text';
import { finishLex, lexIncrementally, type LexState } from '@/utils/markdown/lex-incrementally';
import { emptyLexState } from '@/utils/markdown/lex-state';

const cases = Object.entries(documents);
const together = Object.values(documents).join('\n\n');

function renderWithMarked(text: string): string {
  const tail = new Lexer({ gfm: true }).lex(text);
  return renderState({ ...emptyLexState, tail }).innerHTML;
}

function stream(source: string, step: number): LexState[] {
  const states: LexState[] = [];
  for (let end = step; end < source.length + step; end += step) {
    states.push(lexIncrementally(states.at(-1), source.slice(0, end)));
  }
  return states;
}

describe('lexIncrementally', () => {
  it.each(cases)('gives what one lex gives, split anywhere: %s', (_, source) => {
    const whole = renderState(lexPieces([source])).innerHTML;
    for (let at = 0; at <= source.length; at += 1) {
      const pieces = [source.slice(0, at), source.slice(at)];
      expect(renderState(lexPieces(pieces)).innerHTML, `split at ${at}`).toBe(whole);
    }
    expect(renderState(lexPieces(source.split(''))).innerHTML).toBe(whole);
  });

  it('gives what one lex gives for a long text in many random splits', () => {
    const whole = renderState(lexPieces([together])).innerHTML;
    const random = seededRandom(42);
    for (let run = 0; run < 30; run += 1) {
      const pieces = splitRandomly(together, random, 1 + run * 4);
      expect(renderState(lexPieces(pieces)).innerHTML, `run ${run}`).toBe(whole);
    }
  });

  // A tag left open changes later blocks in marked, so `html` is not compared.
  it.each(cases.filter(([name]) => name !== 'html'))(
    'renders what marked lexes: %s',
    (_, source) => {
      expect(renderState(lexPieces(source.split(''))).innerHTML).toBe(
        renderWithMarked(source.replace(/\r$/, '')),
      );
    },
  );

  it('keeps frozen blocks the same objects', () => {
    const states = stream(together, 7);
    states.forEach((state, index) => {
      const before = states[index - 1]?.frozen ?? [];
      expect(state.frozen.length).toBeGreaterThanOrEqual(before.length);
      expect(before.every((token, at) => state.frozen[at] === token)).toBe(true);
    });
    expect(states.at(-1)?.frozen.length).toBeGreaterThan(50);
  });

  it('covers the text exactly: frozen blocks and tail add up', () => {
    for (const state of stream(together, 13)) {
      const frozen = state.frozen.map((token) => token.raw).join('');
      expect(frozen).toBe(state.text.slice(0, state.frozenLength));
      expect(state.tail.length).toBeGreaterThan(0);
    }
  });

  it('starts anew when the text does not continue', () => {
    const first = lexIncrementally(undefined, 'a\n\nb\n\nc\n\nd\n\n');
    const other = lexIncrementally(first, '# x');
    expect(other.frozen).toEqual([]);
    expect(other.tail.map((token) => token.type)).toEqual(['heading']);
  });

  it('resolves references only when the text is finished', () => {
    const state = lexIncrementally(undefined, '[a]\n\nb\n\nc\n\n[a]: https://example.org\n');
    const streamed = lexIncrementally(
      lexIncrementally(undefined, '[a]\n\nb\n\nc\n\n'),
      state.source,
    );
    expect(renderState(streamed).querySelector('a')).toBeNull();
    expect(renderState(finishLex(streamed)).querySelector('a')?.href).toBe('https://example.org/');
  });

  it('leaves a finished text without references as it is', () => {
    const state = lexIncrementally(undefined, together.replaceAll(']:', ']'));
    expect(finishLex(state)).toBe(state);
  });

  it('does not lex a long open code block again', () => {
    const open = lexIncrementally(undefined, 'text\n\n```js\na\n');
    const longer = lexIncrementally(open, `${open.source}b\n`);
    expect(longer.tail[0]).toBe(open.tail[0]);
    const closed = lexIncrementally(longer, `${longer.source}\`\`\`\n`);
    expect(closed.tail[0]).not.toBe(open.tail[0]);
  });

  it('extends an open code block as one lex would', () => {
    for (const fence of ['```js\n', '~~~~\n', '`````\n']) {
      const source = `text\n\n${fence}a\n\n  b\n\`\`\`\n~~~\nc\n\n\n`;
      for (const state of stream(source, 1)) {
        const whole = lexIncrementally(undefined, state.source);
        expect(renderState(state).innerHTML, state.source).toBe(renderState(whole).innerHTML);
      }
    }
  });
});

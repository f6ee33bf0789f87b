import type { Token, Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { documents } from '../../fixtures/markdown/documents';
import { formulas, noFormulas } from '../../fixtures/markdown/formulas';
import { lexPieces, renderMarkdown, renderState } from './render-markdown';
import { seededRandom, splitRandomly } from './split-text';
import { formulaOfFence } from '@/utils/markdown/formula-of-fence';
import { isFormula } from '@/utils/markdown/formula-token';
import { lexIncrementally } from '@/utils/markdown/lex-incrementally';
import { MAX_FORMULA_LENGTH, MAX_TOKENS } from '@/utils/markdown/limits';

/** The TeX of all formulas, in whatever they are. */
function texOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texOf);
  if (typeof value !== 'object' || value === null) return [];
  const token = value as Token;
  if (isFormula(token)) return [token.text];
  const fence = token.type === 'code' ? formulaOfFence(token as Tokens.Code) : undefined;
  return fence ? [fence.text] : Object.values(value).flatMap(texOf);
}

function texIn(pieces: readonly string[]): string[] {
  const { frozen, tail } = lexPieces(pieces);
  return texOf([...frozen, ...tail]);
}

const all = [...formulas.map(([source]) => source), ...noFormulas];
const together = all.join('\n\n') + Object.values(documents).join('\n\n');

describe('formulas in an answer', () => {
  it.each(formulas)('[RD-06] are found in %j', (source, tex) => {
    expect(texIn([source])).toEqual(tex);
  });

  it.each(noFormulas)('[RD-06] are not seen in prices, code and escapes: %j', (source) => {
    expect(texIn([source])).toEqual([]);
  });

  it.each(all)('[RD-06] are the same however the text was split: %j', (source) => {
    for (const text of [source, `Before.\n\n${source}\n\nAfter.\n\nEnd.`]) {
      const whole = renderMarkdown(text).innerHTML;
      for (let at = 1; at < text.length; at += 1) {
        const pieces = [text.slice(0, at), text.slice(at)];
        expect(renderState(lexPieces(pieces)).innerHTML, `split at ${at}`).toBe(whole);
      }
      expect(renderState(lexPieces(text.split(''))).innerHTML).toBe(whole);
    }
  });

  it('[RD-06] are the same in a long text in many random splits', () => {
    const whole = renderState(lexPieces([together])).innerHTML;
    const random = seededRandom(7);
    for (let run = 0; run < 20; run += 1) {
      const pieces = splitRandomly(together, random, 1 + run * 5);
      expect(renderState(lexPieces(pieces)).innerHTML, `run ${run}`).toBe(whole);
    }
  });

  it('[RD-06] stay plain text while they are not finished, and don’t become a list and back', () => {
    const source = 'So:\n\n$$\na\n- b\n# c\n> d\n1. e\n= f\n$$';
    for (let end = source.indexOf('$$') + 2; end < source.length; end += 1) {
      const shown = renderState(lexIncrementally(undefined, source.slice(0, end)));
      expect(shown.querySelectorAll('ul, ol, h3, blockquote, code')).toHaveLength(0);
      expect(shown.textContent).toContain(source.slice(6, end).trimEnd());
    }
    expect(texIn([source])).toHaveLength(1);
  });

  it('[RD-05] are not longer than the limit', () => {
    const fits = 'x+'.repeat(MAX_FORMULA_LENGTH / 2 - 1);
    for (const [open, close] of [
      ['$', '$'],
      ['\\(', '\\)'],
      ['$$\n', '\n$$'],
      ['```math\n', '\n```'],
    ]) {
      expect(texIn([`${open}${fits}${close}`])).toHaveLength(1);
      expect(texIn([`${open}${fits}${fits}${close}`])).toEqual([]);
    }
  });

  it('[RD-05] are at most so many, and what follows is plain text', () => {
    const { tail, frozen } = lexPieces(['$x$ and\n\n'.repeat(5000)]);
    const count = texOf([...frozen, ...tail]).length;
    expect(count).toBeGreaterThan(1000);
    expect(count).toBeLessThanOrEqual(MAX_TOKENS / 10);
    expect(tail.at(-1)?.type).toBe('plain');
  });

  it.each([
    ['dollars', '$'.repeat(60_000)],
    ['pairs of dollars', '$$a'.repeat(20_000)],
    ['open dollars', '$a'.repeat(30_000)],
    ['opened brackets', '\\[a'.repeat(20_000)],
    ['opened brackets in lines', '\\[a\n'.repeat(20_000)],
    ['dollars in lines', 'a\n$$\n'.repeat(20_000)],
    ['open formulas in lines', 'a\n$$ b\n# c\n'.repeat(20_000)],
    ['opened parentheses', '\\(a'.repeat(20_000)],
    ['escapes', `$${'\\\\'.repeat(30_000)}`],
    ['formulas', '$a$ '.repeat(20_000)],
    ['items', '- $$\n'.repeat(20_000)],
    ['words', `$${'and '.repeat(1000)}x$ `.repeat(20)],
    ['amounts', '$5 '.repeat(20_000)],
  ])('[RD-05] survive a storm of %s', (_, source) => {
    const started = performance.now();
    expect(lexPieces([source]).text).toBe(source);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

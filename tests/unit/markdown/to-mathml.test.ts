// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { formulas } from '../../fixtures/markdown/formulas';
import { drawnTex, refusedTex } from '../../fixtures/markdown/hostile-tex';
import { MAX_FORMULA_DEPTH, MAX_FORMULA_NODES } from '@/utils/markdown/limits';
import type { MathmlElement } from '@/utils/markdown/mathml-element';
import { toMathml } from '@/utils/markdown/to-mathml';

function elementsOf(element: MathmlElement): MathmlElement[] {
  return [
    element,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child))),
  ];
}

/** MathML Core alone; what could load, link, name, act or style is not among it. */
const ELEMENT = /^(?:m[a-z]+|none)$/;
const ATTRIBUTE =
  /^(?:class|accent|accentunder|depth|displaystyle|fence|form|height|largeop|linethickness|lspace|mathcolor|mathvariant|maxsize|minsize|movablelimits|notation|rowspacing|rspace|columnspan|rowspan|scriptlevel|separator|stretchy|symmetric|voffset|width)$/;

function findForbidden(tex: string): string[] {
  const element = toMathml(tex, true);
  return (element ? elementsOf(element) : []).flatMap(({ name, attributes }) => [
    ...(ELEMENT.test(name) && name !== 'maction' ? [] : [name]),
    ...Object.entries(attributes)
      .filter(
        ([key, value]) =>
          !ATTRIBUTE.test(key) || value.length > 60 || /[:(;]|\d{3,}(?!\d*[a-f]?)/.test(value),
      )
      .map(([key, value]) => `${name} ${key}=${value}`),
  ]);
}

describe('toMathml', () => {
  it.each(formulas.flatMap(([, tex]) => tex).filter((tex) => !tex.includes('#')))(
    'draws %j',
    (tex) => {
      expect(toMathml(tex, true)?.name).toBe('math');
    },
  );

  it('draws a fraction as a fraction', () => {
    const math = toMathml('\\frac{a}{b^2}', false);
    expect(math && elementsOf(math).map(({ name }) => name)).toEqual([
      'math',
      'mfrac',
      'mi',
      'msup',
      'mi',
      'mn',
    ]);
  });

  it.each(refusedTex)(
    '[RD-06] leaves as its source what asks for more than mathematics: %j',
    (tex) => {
      expect(toMathml(tex, true)).toBeUndefined();
      expect(toMathml(tex, false)).toBeUndefined();
    },
  );

  it.each([...drawnTex, ...refusedTex])('[RD-06] makes nothing but MathML of %j', (tex) => {
    expect(findForbidden(tex)).toEqual([]);
  });

  it.each(drawnTex)('[RD-06] makes nothing large or far away of %j', (tex) => {
    const element = toMathml(tex, true);
    const lengths = (element ? elementsOf(element) : []).flatMap(({ attributes }) =>
      Object.values(attributes).map((value) => Math.abs(Number.parseFloat(value) || 0)),
    );
    expect(Math.max(0, ...lengths)).toBeLessThan(100);
  });

  it('[RD-05] keeps within its limits on elements and depth', () => {
    const depthOf = (element: MathmlElement | string): number =>
      typeof element === 'string' ? 0 : 1 + Math.max(0, ...element.children.map(depthOf));
    const wide = toMathml('x+'.repeat(400), true);
    expect(wide && elementsOf(wide).length).toBeGreaterThan(700);
    expect(wide && elementsOf(wide).length).toBeLessThanOrEqual(MAX_FORMULA_NODES);
    const deep = toMathml(`${'\\sqrt{'.repeat(20)}x${'}'.repeat(20)}`, true);
    expect(deep && depthOf(deep)).toBeGreaterThan(20);
    expect(deep && depthOf(deep)).toBeLessThanOrEqual(MAX_FORMULA_DEPTH + 1);
  });

  it('[RD-06] keeps nothing of one formula for the next', () => {
    expect(toMathml('\\gdef\\leak{x}', false)).toBeUndefined();
    expect(toMathml('\\global\\def\\leak{x}', false)).toBeUndefined();
    expect(toMathml('\\leak', false)).toBeUndefined();
  });

  it.each([
    ['braces', '{'.repeat(4000)],
    ['fractions', '\\frac'.repeat(800)],
    ['scripts', '^_'.repeat(2000)],
    ['primes', `x${"'".repeat(4000)}`],
    ['brackets', '\\left('.repeat(600)],
    ['environments', '\\begin{matrix}'.repeat(200)],
    ['columns', `\\begin{array}{${'c|'.repeat(1900)}}x\\end{array}`],
    ['lines', `\\begin{aligned}${'\\\\'.repeat(1900)}\\end{aligned}`],
    ['words', `\\text{${'a '.repeat(2000)}}`],
    ['substacks', `${'\\substack{'.repeat(100)}x${'}'.repeat(100)}`],
    ['chemistry', `\\ce{${'H2O + '.repeat(600)}}`],
  ])('[RD-05] survives a storm of %s', (_, tex) => {
    const started = performance.now();
    toMathml(tex.slice(0, 4096), true);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

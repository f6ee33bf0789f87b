// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('assets/tokens.css', 'utf8');

/** The colours of the block that begins with a selector. */
function coloursOf(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}', 1)[0] ?? '';
  const found = block.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

const light = coloursOf('[data-theme]');
const dark = coloursOf("[data-theme='dark']");

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Map<string, string>, front: string, back: string): number {
  const [one, other] = [front, back].map((name) => {
    const colour = theme.get(name);
    if (!colour) throw new Error(`no colour ${name}`);
    return luminance(colour);
  });
  const [lighter, darker] = [Math.max(one ?? 0, other ?? 0), Math.min(one ?? 0, other ?? 0)];
  return (lighter + 0.05) / (darker + 0.05);
}

const SURFACES = ['surface', 'surface-2', 'surface-raised'];
/** Text and what it stands on: at least 4.5:1 (WCAG 1.4.3). */
const TEXTS = [
  ...['text', 'muted', 'link', 'accent', 'error'].flatMap((text) =>
    SURFACES.map((surface) => [text, surface] as const),
  ),
  ['text', 'accent-surface'],
  ['muted', 'accent-surface'],
  ['accent', 'accent-surface'],
  ['link', 'accent-surface'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['surface', 'text'],
  ...['error', 'success', 'warning'].flatMap((kind) =>
    ['text', 'muted', 'link', kind].map((text) => [text, `${kind}-surface`] as const),
  ),
] as const;
/** Edges of controls, and the focus: at least 3:1 (WCAG 1.4.11). */
const EDGES = [
  ...['field-line', 'focus', 'accent', 'error'].flatMap((edge) =>
    SURFACES.map((surface) => [edge, surface] as const),
  ),
  ['focus', 'accent-surface'],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s theme', (_name, theme) => {
  it.each(TEXTS)('has %s readable on %s', (text, surface) => {
    expect(contrast(theme, text, surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGES)('has %s seen on %s', (edge, surface) => {
    expect(contrast(theme, edge, surface)).toBeGreaterThanOrEqual(3);
  });
});

it('has the same colours in both themes', () => {
  expect([...dark.keys()]).toEqual([...light.keys()]);
});

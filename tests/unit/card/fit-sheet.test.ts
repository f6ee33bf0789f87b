// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitSheet } from '@/utils/card/fit-sheet';

/** Those that a card has (components/card/card-style.ts). */
const SHEETS = [
  'assets/tokens.css',
  'assets/base.css',
  'assets/controls.css',
  'components/markdown/markdown.css',
  'components/card/card.css',
].map((file) => readFileSync(file, 'utf8'));

describe('the styles of a card', () => {
  it('take no size from the page', () => {
    const style = fitSheet(SHEETS.join('\n'), 20);
    expect(style).not.toMatch(/\drem\b/);
    expect(style).toContain('--text-base: 17.5px');
    expect(style).not.toContain(':root');
  });

  it('[IS-08] name no font but by its kind, which no page can define', () => {
    const [, ...others] = SHEETS;
    const own = others.at(-1) ?? '';
    expect(own).toContain('--font: system-ui, sans-serif;');
    expect(own).toContain('--font-mono: monospace;');
    // All others go by these two.
    const families = [...others.join('\n').matchAll(/[\s{]font(?:-family)?:\s*([^;]+);/g)];
    expect(families.length).toBeGreaterThan(5);
    for (const [, family] of families) expect(family).toMatch(/var\(--font(-mono)?\)|inherit/);
  });
});

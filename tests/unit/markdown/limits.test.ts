import { describe, expect, it } from 'vitest';
import { findForbidden } from './allow-list';
import { lexPieces, renderMarkdown, renderState } from './render-markdown';
import { finishLex, lexIncrementally, type LexState } from '@/utils/markdown/lex-incrementally';
import { MAX_DEPTH, MAX_LEXED_LENGTH, MAX_TOKENS } from '@/utils/markdown/limits';

function nestedList(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
}

function lettersOf(text: string | null): string {
  return text?.replace(/[^a-z]/g, '') ?? '';
}

function makeTable(rows: number): string {
  return `${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${'|\n'.repeat(rows)}`;
}

function depthOf(node: Element): number {
  return 1 + Math.max(0, ...[...node.children].map(depthOf));
}

const storms: Readonly<Record<string, string>> = {
  quotes: '>'.repeat(10_000),
  'spaced quotes': '> '.repeat(10_000),
  'lists on one line': '- '.repeat(10_000),
  'nested lists': nestedList(400),
  'open brackets': '['.repeat(50_000),
  'closed brackets': '['.repeat(25_000) + ']'.repeat(25_000),
  'images in images': '!['.repeat(25_000),
  'link starts': '[a]('.repeat(20_000),
  stars: '*'.repeat(50_000),
  'balanced stars': `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`,
  'nested emphasis': '**a *a '.repeat(3000) + ' a*a**'.repeat(3000),
  underscores: 'a_'.repeat(25_000),
  exclamations: '!'.repeat(50_000),
  backticks: '`a'.repeat(25_000),
  tildes: '~~a '.repeat(12_000),
  tags: '<a b="'.repeat(10_000),
  'a long address': `http://a.example/${')'.repeat(50_000)}`,
  'lazy lines': `- a\n${'b\n'.repeat(60_000)}`,
  'lazy quotes': '> - a\nb\n'.repeat(15_000),
  'wide table': `${'|a'.repeat(12_000)}\n${'|-'.repeat(12_000)}\n${'|\n'.repeat(5000)}`,
  'false tables': `a\n${'-|'.repeat(20)}\n`.repeat(3000),
  'unclosed titles': '[a]: b "\n'.repeat(12_000),
  'many blocks': 'a\n\n'.repeat(40_000),
  'many items': '- a\n'.repeat(50_000),
};

describe('limits', () => {
  // Unbounded, each of these takes more than 5 s, overflows the stack or fills the memory,
  // or did so in an earlier version of the lexer; bounded, the slowest takes about 1 s.
  it.each(Object.entries(storms))('[RD-05] survives a storm of %s', (_, source) => {
    const started = performance.now();
    const state = lexPieces([source]);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(state.text).toBe(source);
    const container = renderState(state);
    expect(findForbidden(container)).toEqual([]);
    expect(container.querySelectorAll('*').length).toBeLessThan(MAX_TOKENS + 100);
  });

  it.each([
    ['quotes', '> '.repeat(500) + 'deep'],
    ['lists', nestedList(100)],
    ['emphasis', '*a **a '.repeat(40) + 'deep' + '** a*'.repeat(40)],
  ])('[RD-05] nests %s no deeper than the limit and loses no text', (_, source) => {
    const container = renderMarkdown(source);
    expect(depthOf(container)).toBeGreaterThan(MAX_DEPTH);
    expect(depthOf(container)).toBeLessThan(MAX_DEPTH * 3);
    expect(lettersOf(container.textContent)).toBe(lettersOf(source));
  });

  it('[RD-05] shows a table of too many cells as text', () => {
    expect(renderMarkdown(makeTable(98)).querySelectorAll('td')).toHaveLength(9800);
    expect(renderMarkdown(makeTable(99)).querySelector('table')).toBeNull();
  });

  it('[RD-05] makes no link of a very long address', () => {
    const address = `https://example.org/${'a'.repeat(2000)}`;
    expect(renderMarkdown(address).querySelector('a')).not.toBeNull();
    expect(renderMarkdown(address + 'a'.repeat(100)).querySelector('a')).toBeNull();
  });

  it('[RD-05] marks up a long paragraph, but not one made of marks', () => {
    const ordinary = `${'word '.repeat(50)}**bold** `.repeat(40);
    expect(renderMarkdown(ordinary).querySelectorAll('strong')).toHaveLength(40);
    const storm = '**a** '.repeat(700);
    expect(renderMarkdown(storm).querySelector('strong')).toBeNull();
    expect(renderMarkdown(storm).textContent).toBe(storm);
  });

  it('[RD-05] divides a very long list between two items', () => {
    const list = '- item\n  more\n'.repeat(1000);
    const lists = [...renderMarkdown(list).querySelectorAll('ul')];
    expect(lists).toHaveLength(2);
    expect(lists.flatMap((part) => [...part.children])).toHaveLength(1000);
  });

  it('[RD-05] shows what follows the longest text as plain text', () => {
    const start = `${'word '.repeat(50)}\n\n`.repeat(MAX_LEXED_LENGTH / 250);
    const whole = lexIncrementally(undefined, `${start}**end**`);
    expect(whole.plainFrom).toBe(262_144);
    expect(whole.tail.at(-1)?.type).toBe('plain');
    expect(whole.tail.at(-1)?.raw.endsWith('**end**')).toBe(true);
    const longer = lexIncrementally(whole, `${start}**end** more`);
    expect(longer.tail.at(-1)?.raw.endsWith('**end** more')).toBe(true);
    expect(longer.frozen).toBe(whole.frozen);
  });

  it('[RD-05] streams 100 kB of one code block in linear time', () => {
    const source = `\`\`\`js\n${'const a = 1; // x\n'.repeat(5600)}`;
    const started = performance.now();
    let state: LexState | undefined;
    for (let end = 64; end < source.length; end += 64) {
      state = lexIncrementally(state, source.slice(0, end));
    }
    expect(performance.now() - started).toBeLessThan(3000);
    expect(state && finishLex(state).tail).toHaveLength(1);
  });

  it('[RD-05] lexes a long tail again only after it has grown by a part', () => {
    const start = 'word word word '.repeat(700);
    const first = lexIncrementally(undefined, start);
    const next = lexIncrementally(first, `${start}*x*`);
    expect(next.tail.slice(0, -1)).toEqual(first.tail);
    expect(next.tail.at(-1)).toEqual({ type: 'plain', raw: '*x*' });
    expect(renderState(finishLex(next)).querySelector('em')?.textContent).toBe('x');
  });
});

import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { labels, renderMarkdown, renderState } from './render-markdown';
import { Markdown } from '@/components/markdown/markdown';
import { lexIncrementally } from '@/utils/markdown/lex-incrementally';
import { emptyLexState } from '@/utils/markdown/lex-state';

function html(source: string): string {
  return renderMarkdown(source).querySelector('.md-root')?.innerHTML ?? '';
}

describe('Markdown', () => {
  it.each([
    ['# a\n## b\n### c\n#### d\n###### e', 'H3 H3 H4 H5 H6'],
    ['a\n\n---\n\n> b', 'P HR BLOCKQUOTE'],
    ['- a\n\n1. b', 'UL OL'],
    ['<div>x</div>', 'P'],
  ])('makes the right elements of %j', (source, names) => {
    const children = renderMarkdown(source).querySelector('.md-root')?.children ?? [];
    expect([...children].map((child) => child.tagName).join(' ')).toBe(names);
  });

  it('renders inline markup', () => {
    expect(html('**a** *b* ~~c~~ `d`  \ne \\* &amp; &lt;b&gt; &#35;<br>f')).toBe(
      '<p dir="auto"><strong>a</strong> <em>b</em> <del>c</del> <code dir="auto">d</code><br>e * &amp; &lt;b&gt; #<br>f</p>',
    );
  });

  it('starts an ordered list at its number and nests lists', () => {
    const list = renderMarkdown('3. a\n   - b\n4. c').querySelector('ol');
    expect(list?.getAttribute('start')).toBe('3');
    expect(list?.querySelector('li > ul > li')?.textContent).toBe('b');
  });

  it.each(['- [ ] a\n- [x] b', '- [ ] a\n\n- [x] b'])('marks tasks in text: %j', (source) => {
    const items = [...renderMarkdown(source).querySelectorAll('li')];
    expect(items.map((item) => item.textContent)).toEqual(['☐ a', '☑ b']);
    expect(renderMarkdown(source).querySelector('input')).toBeNull();
  });

  it('puts a table into a named region that takes the focus', () => {
    const region = renderMarkdown('| a | b |\n|:-:|--:|\n| 1 | **2** |').querySelector('section');
    expect(region?.getAttribute('aria-label')).toBe('Table');
    expect(region?.getAttribute('tabindex')).toBe('0');
    expect([...(region?.querySelectorAll('th') ?? [])].map((cell) => cell.className)).toEqual([
      'md-center',
      'md-right',
    ]);
    expect(region?.querySelector('td.md-right strong')?.textContent).toBe('2');
  });

  it('shows the language of a code block as text, and the code as it is', () => {
    const block = renderMarkdown('```js {1}\nif (a < b) {}\n\n```').querySelector('.md-code');
    expect(block?.querySelector('.md-code-language')?.textContent).toBe('js');
    expect(block?.querySelector('pre > code')?.textContent).toBe('if (a < b) {}\n');
    expect(block?.querySelector('button')).toBeNull();
  });

  it('copies the code of a block as it is, and says so', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const container = document.createElement('div');
    const state = lexIncrementally(undefined, '```\na <b>\n```');
    render(<Markdown state={state} labels={{ ...labels, copyCode: 'Copy code' }} />, container);
    container.querySelector('button')?.click();
    expect(writeText).toHaveBeenCalledExactlyOnceWith('a <b>');
    await vi.waitFor(() =>
      expect(container.querySelector('[role=status]')?.textContent).not.toBe(''),
    );
  });

  it('shows a token of an unknown type as its text', () => {
    const raw = '<b>new</b>';
    const state = { ...emptyLexState, tail: [{ type: 'constructor', raw }] };
    expect(renderState(state).textContent).toBe(raw);
  });

  it('does not render frozen blocks again', () => {
    const image = vi.fn((alt: string) => alt);
    const container = document.createElement('div');
    const counting = { ...labels, image };
    let source = '![first](x)\n\nb\n\nc\n\n';
    let state = lexIncrementally(undefined, source);
    render(<Markdown state={state} labels={counting} />, container);
    const first = container.querySelector('p');
    for (const more of ['d', 'e\n\n', 'f', '\n\ng']) {
      source += more;
      state = lexIncrementally(state, source);
      render(<Markdown state={state} labels={counting} />, container);
    }
    expect(image).toHaveBeenCalledTimes(1);
    expect(container.querySelector('p')).toBe(first);
    render(<Markdown state={state} labels={{ ...labels, image: () => 'other' }} />, container);
    expect(first?.textContent).toBe('other');
  });
});

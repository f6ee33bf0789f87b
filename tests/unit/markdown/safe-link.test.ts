import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown';

describe('links in an answer', () => {
  it('[RD-04] opens links elsewhere, without a referrer, and names their host', () => {
    const link = renderMarkdown('[x](https://example.org/a?b=1&amp;c=2)').querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.org/a?b=1&c=2');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.getAttribute('title')).toBe('example.org');
  });

  it('[RD-04] leaves the text of a refused link', () => {
    const container = renderMarkdown('a [**x**](javascript:alert(1)) b');
    expect(container.textContent).toBe('a x b');
    expect(container.querySelector('a')).toBeNull();
    expect(container.querySelector('strong')).not.toBeNull();
  });

  it.each([
    ['[huggingface.co](https://evil.example)', 'huggingface.co (evil.example)'],
    ['[https://huggingface.co/x](https://evil.example)', 'https://huggingface.co/x (evil.example)'],
    ['[example.org](https://www.example.org/x)', 'example.org'],
    ['[the page](https://evil.example)', 'the page'],
    ['https://example.org/a.b', 'https://example.org/a.b'],
  ])('[RD-04] adds the real host where the text names another: %j', (source, text) => {
    expect(renderMarkdown(source).textContent).toBe(text);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { drawnTex, refusedTex } from '../../fixtures/markdown/hostile-tex';
import { findForbidden } from './allow-list';
import { renderMarkdown } from './render-markdown';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Rendered, once the drawing has loaded. */
async function drawn(source: string): Promise<Element> {
  await vi.waitFor(() => expect(renderMarkdown('$x$').querySelector('math')).not.toBeNull());
  return renderMarkdown(source);
}

describe('a formula', () => {
  it('shows its source as code until it can be drawn, then MathML', async () => {
    const container = renderMarkdown('so $x^2$');
    expect(container.querySelector('code')?.textContent).toBe('$x^2$');
    await vi.waitFor(() => expect(container.querySelector('math msup')).not.toBeNull());
    expect(container.querySelector('code')).toBeNull();
    expect(container.querySelector('math')?.namespaceURI).toBe(MATHML);
    expect(container.querySelector('math')?.getAttribute('display')).toBe('inline');
  });

  it('that has its own lines stands in a named group that takes the focus', async () => {
    const container = await drawn('$$\nx\n$$');
    const group = container.querySelector('[role=group]');
    expect(group?.getAttribute('aria-label')).toBe('Formula');
    expect(group?.getAttribute('tabindex')).toBe('0');
    expect(group?.querySelector('math')?.getAttribute('display')).toBe('block');
  });

  it.each(['$\\frac{a$', '\\[\\unknown{x}\\]', '```math\n\\href{https://evil.example}{x}\n```'])(
    'that cannot be read keeps its source: %j',
    async (source) => {
      const container = await drawn(source);
      expect(container.querySelector('math')).toBeNull();
      expect(container.querySelector('code')?.textContent).toBe(source);
      expect(container.querySelector('a')).toBeNull();
    },
  );

  it('keeps the sign of a root where the browser has no font to draw it', async () => {
    // This document measures nothing, as a browser without such a font.
    const container = await drawn('$\\sqrt{x} + \\sqrt[3]{y}$');
    expect(container.querySelector('math')?.textContent).toBe('√x+3√y');
    expect(container.querySelectorAll('.md-radicand')).toHaveLength(2);
  });

  it.each([...drawnTex, ...refusedTex])('[RD-06] leaves only allowed elements: %j', async (tex) => {
    for (const source of [
      `$${tex}$`,
      `$$\n${tex}\n$$`,
      `\\(${tex}\\)`,
      `\`\`\`math\n${tex}\n\`\`\``,
    ]) {
      expect(findForbidden(await drawn(source))).toEqual([]);
    }
  });

  it('[RD-06] never draws what its text says as elements', async () => {
    const container = await drawn('$\\text{<img src=x>}$');
    expect(container.querySelector('img')).toBeNull();
    expect(container.querySelector('mtext')?.textContent).toContain('<img');
  });
});

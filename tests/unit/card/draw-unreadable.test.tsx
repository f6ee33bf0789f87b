import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { directUnreadable, drawTextsUnreadable } from '@/components/card/draw-unreadable';

drawTextsUnreadable();
const place = document.createElement('div');
afterEach(() => render(null, place));

function Lines({ of }: { of: string[] }) {
  return (
    <ul>
      {of.map((line) => (
        <li>
          {line}, <b>{line.length}</b>
        </li>
      ))}
    </ul>
  );
}

describe('what is drawn unreadable', () => {
  it('has no text in the document, but all of it for the style sheet', () => {
    render(<Lines of={['one', 'three']} />, place);
    expect(place.textContent).toBe('');
    const drawn = [...place.querySelectorAll<HTMLElement>('[data-text]')];
    expect(drawn.map(({ dataset }) => dataset['text']).join('')).toBe('one, 3three, 5');
  });

  it('grows in place', () => {
    render(<Lines of={['one']} />, place);
    const first = place.querySelector('li');
    render(<Lines of={['one more', 'two']} />, place);
    expect(place.querySelector('li')).toBe(first);
    expect(place.textContent).toBe('');
    expect(first?.querySelector<HTMLElement>('[data-text]')?.dataset['text']).toBe('one more');
  });

  it('goes the way of its own text, which the browser cannot see', () => {
    const blocks = (
      <>
        <p dir="auto">
          1. <b>שלום</b> world
        </p>
        <p dir="auto">Hello שלום</p>
        <p dir="auto">
          <code dir="auto">git</code> مرحبا
        </p>
        <p dir="auto">12</p>
      </>
    );
    render(blocks, place);
    directUnreadable(place);
    const directions = [...place.querySelectorAll('p')].map(({ dir }) => dir);
    expect(directions).toEqual(['rtl', 'ltr', 'rtl', 'auto']);
  });
});

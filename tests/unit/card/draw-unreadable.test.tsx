import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { drawUnreadable } from '@/components/card/draw-unreadable';

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
    drawUnreadable(<Lines of={['one', 'three']} />, place);
    expect(place.textContent).toBe('');
    const drawn = [...place.querySelectorAll<HTMLElement>('[data-text]')];
    expect(drawn.map(({ dataset }) => dataset['text']).join('')).toBe('one, 3three, 5');
  });

  it('grows in place', () => {
    drawUnreadable(<Lines of={['one']} />, place);
    const first = place.querySelector('li');
    drawUnreadable(<Lines of={['one more', 'two']} />, place);
    expect(place.querySelector('li')).toBe(first);
    expect(place.textContent).toBe('');
    expect(first?.querySelector<HTMLElement>('[data-text]')?.dataset['text']).toBe('one more');
  });

  it('changes nothing of what others draw', () => {
    render(<Lines of={['one']} />, place);
    expect(place.textContent).toBe('one, 3');
  });
});

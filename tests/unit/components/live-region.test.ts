import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';

afterEach(() => {
  document.head.replaceChildren();
});

it('keeps an empty status where a screen reader can watch it', () => {
  const style = document.createElement('style');
  style.textContent = readFileSync('assets/base.css', 'utf8');
  document.head.append(style);
  document.body.innerHTML = '<p class="hint" role="status"></p>';
  const status = document.querySelector('.hint');
  if (!status) throw new Error('no status');
  const { display, visibility, position } = getComputedStyle(status);
  expect(display).toBe('block');
  expect(visibility).not.toBe('hidden');
  // The style sheet was read: it takes no gap while it is empty.
  expect(position).toBe('absolute');
});

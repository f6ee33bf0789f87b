// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createMask } from '@/utils/text/create-mask';

describe('a value that is masked once', () => {
  const text = 'Call 030 1234567 or 0171 7654321, or pay with 4111 1111 1111 1111.';

  it.each([
    ['a dot', 'Tel.030 1234567'],
    ['a slash', '030 1234567/0171 7654321'],
    ['a comma', 'Numbers: 030 1234567,0171 7654321'],
    ['a hyphen', '-030 1234567'],
    ['another value', '4111 1111 1111 1111030 1234567'],
    ['a letter', 'Tel030 1234567'],
  ])('is masked in an answer that goes back too, beside %s', (_title, answer) => {
    const mask = createMask([text, answer]);
    expect(mask.hide(answer)).not.toMatch(/1234567|7654321|4111/);
    expect(mask.reveal(mask.hide(answer))).toBe(answer);
  });

  it('takes no time to speak of among twenty thousand', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `ada.${index}@example.org`).join(' ');
    const mask = createMask([many]);
    expect(mask.hide(many)).not.toContain('@');
    expect(mask.reveal(mask.hide(many))).toBe(many);
  });
});

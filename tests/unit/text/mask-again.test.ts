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

  it('takes no time to speak of where a long text begins like thousands of them', () => {
    const many = Array.from({ length: 9_000 }, (_, index) => `+49 30 ${1_000_000 + index}`);
    const long = `${many.join(' ')} ${'+49 30 '.repeat(100_000)}`;
    expect(createMask([long]).hide(long)).not.toMatch(/100\d{4}/);
  }, 3_000);

  it('comes back from a placeholder of more than four digits', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => `ada.${index}@example.org`);
    const mask = createMask([many.join(' ')]);
    expect(mask.reveal('Write to [EMAIL_10001].')).toBe('Write to ada.10000@example.org.');
  });
});

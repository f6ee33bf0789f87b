import { afterEach, expect, it, vi } from 'vitest';
import { surroundingSentence } from '@/utils/selection/frame/surrounding-sentence';

afterEach(() => {
  vi.restoreAllMocks();
});

it('[R38] the sentence around a word holds nothing that is drawn without any opacity', () => {
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (
    this: Element,
    options?: CheckVisibilityOptions,
  ) {
    return !(options?.checkOpacity && this.closest('.clear'));
  });
  document.body.innerHTML =
    '<p>The lens <span class="clear">and the secret of the page</span> bends light.</p>';
  const text = document.querySelector('p')?.firstChild;
  if (!text) throw new Error('no text');
  const selection = document.getSelection();
  selection?.setBaseAndExtent(text, 4, text, 8);
  expect(surroundingSentence(selection, 'lens')).toBe('The lens bends light.');
});

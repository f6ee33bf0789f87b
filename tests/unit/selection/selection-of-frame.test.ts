import { runInThisContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { selectionOfFrame } from '@/utils/selection/selection-of-frame';

/** Puts a field into the page, focused, with a part of its value selected. */
function field(markup: string, start: number, end: number): void {
  document.body.innerHTML = markup;
  const element = document.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  element?.focus();
  // As a person would; setSelectionRange refuses some types.
  element?.setSelectionRange(start, end);
}

function selectAll(selector: string): void {
  const element = document.querySelector(selector);
  if (element) document.getSelection()?.selectAllChildren(element);
}

beforeEach(() => {
  document.body.replaceChildren();
  document.getSelection()?.removeAllRanges();
});

describe('selectionOfFrame', () => {
  it('reads what is selected in the page', () => {
    document.body.innerHTML = '<p>A lighthouse <b>lens</b>.</p><p>Not this.</p>';
    selectAll('p');
    expect(selectionOfFrame()).toBe('A lighthouse lens.');
  });

  it('is empty when nothing is selected', () => {
    document.body.innerHTML = '<p>A lens.</p>';
    expect(selectionOfFrame()).toBe('');
  });

  it.each([
    ['a text area', '<textarea>A lighthouse\nlens</textarea>'],
    ['a text field', '<input type="text" value="A lighthouse lens">'],
    ['a field without a type', '<input value="A lighthouse lens">'],
    ['a search field', '<input type="search" value="A lighthouse lens">'],
    ['an address field', '<input type="url" value="A lighthouse lens">'],
    ['a telephone field', '<input type="tel" value="A lighthouse lens">'],
  ])('reads the selected part of %s', (_title, markup) => {
    field(markup, 2, 12);
    expect(selectionOfFrame()).toBe('lighthouse');
  });

  it('never reads a password', () => {
    field('<input type="password" value="correct horse">', 0, 13);
    expect(document.activeElement?.getAttribute('type')).toBe('password');
    expect(selectionOfFrame()).toBe('');
  });

  it('reads the page when nothing is selected in the field', () => {
    document.body.innerHTML = '<p>A lens.</p><input value="field">';
    document.querySelector('input')?.focus();
    document.querySelector('input')?.setSelectionRange(2, 2);
    selectAll('p');
    expect(selectionOfFrame()).toBe('A lens.');
  });

  it('stands alone, as an injected function must', () => {
    field('<textarea>lens</textarea>', 0, 4);
    // Run from its source text, as the browser does: only names of the page itself exist there.
    expect(runInThisContext(`(${selectionOfFrame.toString()})()`)).toBe('lens');
  });
});

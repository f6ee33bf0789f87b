import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readFrame } from '@/utils/selection/frame/read-frame';

/** Puts a field into the page, focused, with a part of its value selected. */
function field(markup: string, start: number, end: number, root: Node = document.body): void {
  const holder = document.createElement('div');
  holder.innerHTML = markup;
  root.appendChild(holder);
  const element = holder.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  element?.focus();
  // As a person would; setSelectionRange refuses some types.
  element?.setSelectionRange(start, end);
}

function selectAll(selector: string): void {
  const element = document.querySelector(selector);
  if (element) document.getSelection()?.selectAllChildren(element);
}

/** Elements have no size here; these have that of a line, or none. */
function drawn({ isSeen }: { isSeen: boolean }): void {
  const rect = isSeen ? new DOMRect(0, 0, 100, 20) : new DOMRect(0, -9_000, 1, 1);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(rect);
}

/** An editor that has this to copy. */
function onCopy(selector: string, copied: Readonly<Record<string, string>>): void {
  document.querySelector(selector)?.addEventListener('copy', (event) => {
    for (const [type, text] of Object.entries(copied)) {
      (event as ClipboardEvent).clipboardData?.setData(type, text);
    }
  });
}

/** Roots that only Chromium's `dom` tells of. */
let closedRoots: Map<Element, ShadowRoot>;

beforeEach(() => {
  closedRoots = new Map();
  const openOrClosedShadowRoot = (element: Element) => closedRoots.get(element) ?? null;
  Object.assign(fakeBrowser, { dom: { openOrClosedShadowRoot } });
  document.body.replaceChildren();
  document.getSelection()?.removeAllRanges();
  drawn({ isSeen: true });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const text = (of: string, isCut = false) => ({ kind: 'text', text: of, isCut });

describe('readFrame', () => {
  it('reads what is selected in the page', () => {
    document.body.innerHTML = '<p>A lighthouse <b>lens</b>.</p><p>Not this.</p>';
    selectAll('p');
    expect(readFrame()).toEqual(text('A lighthouse lens.'));
  });

  it.each(['', ' \n '])('has nothing when %j is selected', (selected) => {
    document.body.innerHTML = `<p>${selected}</p>`;
    selectAll('p');
    expect(readFrame()).toEqual({ kind: 'none' });
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
    expect(readFrame()).toEqual(text('lighthouse'));
  });

  it('reads a field inside a shadow root', () => {
    const root = document.body.appendChild(document.createElement('div'));
    field('<textarea>lens</textarea>', 0, 4, root.attachShadow({ mode: 'open' }));
    expect(readFrame()).toEqual(text('lens'));
  });

  it.each([
    ['a password field', '<input type="password" value="correct horse">'],
    ['a password that is shown', '<input autocomplete="current-password" value="correct horse">'],
    ['a new one', '<input autocomplete="section-a New-Password" value="correct horse">'],
  ])('[R38] never reads %s', (_title, markup) => {
    field(markup, 0, 13);
    expect(readFrame()).toEqual({ kind: 'secret' });
  });

  it('[R38] never reads a password in a closed shadow root', () => {
    const host = document.body.appendChild(document.createElement('div'));
    // What has the focus is the host, as pages see it; the root knows what inside.
    host.tabIndex = 0;
    host.focus();
    const input = Object.assign(document.createElement('input'), { type: 'password', value: 'x' });
    closedRoots.set(host, { activeElement: input } as unknown as ShadowRoot);
    expect(readFrame()).toEqual({ kind: 'secret' });
  });

  it('reads the page when nothing is selected in the field', () => {
    document.body.innerHTML = '<p>A lens.</p>';
    field('<input value="field">', 2, 2);
    selectAll('p');
    expect(readFrame()).toEqual(text('A lens.'));
  });

  it('knows that a frame of another origin has the focus', () => {
    document.body.innerHTML = '<object tabindex="0"></object>';
    document.querySelector('object')?.focus();
    expect(readFrame()).toEqual({ kind: 'foreign' });
  });
});

describe('readFrame, in an editor that draws its own text', () => {
  const CODE_MIRROR = '<div class="cm-editor"><div class="cm-content"><p>in view</p></div></div>';

  it('[R34] takes what the editor would copy, which is all of it', () => {
    document.body.innerHTML = CODE_MIRROR;
    selectAll('p');
    onCopy('.cm-content', { 'text/plain': 'in view\n  and beyond' });
    expect(readFrame()).toEqual(text('in view\n  and beyond'));
  });

  it('[R34] says that it has a part when the editor does not answer', () => {
    document.body.innerHTML = CODE_MIRROR;
    selectAll('p');
    expect(readFrame()).toEqual(text('in view', true));
  });

  it('does not ask CodeMirror when nothing is selected, for it would answer with a line', () => {
    document.body.innerHTML = CODE_MIRROR;
    onCopy('.cm-content', { 'text/plain': 'the line of the caret' });
    const content = document.querySelector('p');
    if (content) document.getSelection()?.collapse(content, 0);
    expect(readFrame()).toEqual({ kind: 'none' });
  });

  it('says that it has a part when lines that are not drawn are selected with the page', () => {
    document.body.innerHTML = `<p>Above</p>${CODE_MIRROR}`;
    document.querySelector('.cm-content')?.insertAdjacentHTML('beforeend', '<div class="cm-gap">');
    selectAll('body');
    expect(readFrame()).toMatchObject({ kind: 'text', isCut: true });
  });

  const MONACO = '<div class="monaco-editor"><textarea>in view</textarea></div>';

  it('[R34] takes the whole from Monaco, whose field has a part', () => {
    field(MONACO, 0, 7);
    onCopy('textarea', { 'text/plain': 'in view and beyond' });
    expect(readFrame()).toEqual(text('in view and beyond'));
  });

  it('does not take the line of the caret from Monaco', () => {
    field(MONACO, 0, 0);
    const data = '{"version":1,"isFromEmptySelection":true}';
    onCopy('textarea', { 'text/plain': 'the line', 'vscode-editor-data': data });
    expect(readFrame()).toEqual({ kind: 'none' });
  });

  it('asks a field that nobody can see', () => {
    drawn({ isSeen: false });
    field('<textarea></textarea>', 0, 0);
    expect(readFrame()).toEqual({ kind: 'drawn' });
    onCopy('textarea', { 'text/plain': 'on the canvas' });
    expect(readFrame()).toEqual(text('on the canvas'));
  });

  it('asks no field that can be seen: a page may have ideas of its own about copying', () => {
    field('<textarea>A lens.</textarea>', 0, 7);
    onCopy('textarea', { 'text/plain': 'A lens. Read more at example.org' });
    expect(readFrame()).toEqual(text('A lens.'));
  });
});

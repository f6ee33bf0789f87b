import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readFrame } from '@/utils/selection/frame/read-frame';

beforeEach(() => {
  Object.assign(fakeBrowser, { dom: { openOrClosedShadowRoot: () => null } });
  vi.restoreAllMocks();
  // Elements have no size here.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, 20));
  document.body.replaceChildren();
  document.getSelection()?.removeAllRanges();
});

/** Selects the first place of a word in the page. */
function select(word: string, markup: string): ReturnType<typeof readFrame> {
  document.body.innerHTML = markup;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue?.indexOf(word) ?? -1;
    if (at < 0) continue;
    document.getSelection()?.setBaseAndExtent(node, at, node, at + word.length);
    return readFrame();
  }
  throw new Error(`no ${word}`);
}

describe('the sentence around a selection', () => {
  it('is the one that a word stands in, whatever markup is around it', () => {
    const page =
      '<p>It is old. The <b>tall</b> lighthouse has a <i>lens</i> of glass. Sailors trusted it.</p><p>No.</p>';
    expect(select('lens', page)).toMatchObject({
      text: 'lens',
      sentence: 'The tall lighthouse has a lens of glass.',
    });
  });

  it('is found in Chinese', () => {
    expect(select('透镜', '<p>灯塔很高。它的透镜很亮。水手信任它。</p>')).toMatchObject({
      sentence: '它的透镜很亮。',
    });
  });

  it.each([
    ['longer selections', 'a lens of glass', '<p>It has a lens of glass inside.</p>'],
    ['a word that stands alone', 'lens', '<p>lens</p>'],
  ])('is none for %s', (_title, word, page) => {
    expect(select(word, page)).not.toHaveProperty('sentence');
  });

  it('is at most 300 characters, with the word in it', () => {
    const page = `<p>${'so '.repeat(400)}lens ${'and '.repeat(400)}</p>`;
    const read = select('lens', page);
    const sentence = read.kind === 'text' ? (read.sentence ?? '') : '';
    expect(sentence).toContain('so lens and');
    expect(sentence.length).toBeLessThanOrEqual(300);
  });

  it('[R38] never holds what is in fields, hidden or drawn as dots', () => {
    vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
      return !this.closest('[hidden]');
    });
    const style = (element: Element) =>
      ({
        getPropertyValue: () => (element.className === 'dots' ? 'disc' : ''),
      }) as unknown as CSSStyleDeclaration;
    vi.spyOn(globalThis, 'getComputedStyle').mockImplementation(style);
    const page =
      '<div>The lens <input value="secret1"><textarea>secret2</textarea><span hidden>secret3</span><script>secret4</script><span class="dots">secret5</span> bends light.</div>';
    const read = select('lens', page);
    expect(read).toMatchObject({ sentence: 'The lens bends light.' });
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('[R38] is not read where the word is in a field', () => {
    document.body.innerHTML = '<p>Around.</p><textarea>The lens bends light.</textarea>';
    const field = document.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(4, 8);
    expect(readFrame()).toEqual({ kind: 'text', text: 'lens', isCut: false });
  });
});

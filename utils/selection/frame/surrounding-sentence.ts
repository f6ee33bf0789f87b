import { isWordOrTwo } from '@/utils/text/is-word-or-two';
import { isMasked } from './text-field';

/** More of a sentence does not go along. Characters. */
const LONGEST = 300;

/** So far a sentence is looked for on each side. Characters. */
const REACH = 300;

const BLOCK =
  'p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, blockquote, figcaption, pre, div, section, article, body';

/**
 * The sentence that a word or two of the page stand in, as far as it can be seen: without what is hidden and
 * without fields. Changes nothing in the page.
 *
 * @returns `undefined` for longer selections, and where nothing stands around
 */
export function surroundingSentence(selection: Selection | null, text: string): string | undefined {
  const selected = text.trim();
  if (!selection || selection.rangeCount === 0 || !isWordOrTwo(selected)) return undefined;
  const range = selection.getRangeAt(0);
  const node = range.commonAncestorContainer;
  const block = (node instanceof Element ? node : node.parentElement)?.closest(BLOCK);
  if (!block) return undefined;
  const before = textBeside(block, range, 'before').trimStart();
  const after = textBeside(block, range, 'after').trimEnd();
  const sentence = sentenceAt(before, selected, after);
  return sentence.length > selected.length ? sentence : undefined;
}

function textBeside(block: Element, range: Range, side: 'before' | 'after'): string {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isShown(node.parentElement)) continue;
    text += partBeside(node.nodeValue ?? '', node, range, side);
    if (side === 'before') text = text.slice(-REACH);
    else if (text.length > REACH) break;
  }
  return text.slice(0, REACH).replace(/\s+/g, ' ');
}

/** What of a piece of text is on that side of the selection. */
function partBeside(text: string, node: Node, range: Range, side: 'before' | 'after'): string {
  if (side === 'before') {
    if (node === range.startContainer) return text.slice(0, range.startOffset);
    return range.comparePoint(node, 0) < 0 ? text : '';
  }
  if (node === range.endContainer) return text.slice(range.endOffset);
  return range.comparePoint(node, 0) > 0 ? text : '';
}

function isShown(element: Element | null): boolean {
  if (!element || element.closest('script, style, noscript, template, textarea, select'))
    return false;
  return (
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !isMasked(element)
  );
}

function sentenceAt(before: string, selected: string, after: string): string {
  const whole = before + selected + after;
  const [from, to] = [before.length, before.length + selected.length];
  let sentence = '';
  let start = 0;
  for (const part of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(whole)) {
    const end = part.index + part.segment.length;
    if (end <= from || part.index >= to) continue;
    if (sentence === '') start = part.index;
    sentence += part.segment;
  }
  if (sentence.length <= LONGEST) return sentence.trim();
  // As much on either side of the selection.
  const side = Math.floor((LONGEST - selected.length) / 2);
  const first = Math.max(0, from - start - side);
  return sentence
    .slice(first, first + LONGEST)
    .toWellFormed()
    .trim();
}

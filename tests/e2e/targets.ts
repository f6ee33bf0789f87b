import type { View } from '../drivers/driver.ts';

/** WCAG 2.2, 2.5.8: 24 CSS pixels, but for what fractions take. */
const LEAST = 23.5;

const TOO_SMALL = `((root) => {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const isInline = (element) => ['inline', 'contents'].includes(getComputedStyle(element).display);
  const blockOf = (node) => {
    let element = node.parentElement;
    while (element?.parentElement && isInline(element)) element = element.parentElement;
    return element;
  };
  const textsOf = (block) => {
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    return Array.from({ length: 1000 }, () => texts.nextNode()).filter(Boolean);
  };
  // A link within a sentence is as high as its line. One that stands alone has no such excuse.
  const isInText = (element) => {
    if (!element.matches('a') || !isInline(element)) return false;
    const block = blockOf(element);
    return textsOf(block).some(
      (text) =>
        /\\p{L}/u.test(text.data) && blockOf(text) === block && !text.parentElement.closest('a, button'),
    );
  };
  const areaOf = (element) => (element.labels?.length ? element.labels[0] : element);
  return [...root.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((element) => isShown(element) && !isInText(element))
    .map((element) => {
      const boxes = [element, areaOf(element)].map((each) => each.getBoundingClientRect());
      const width = Math.max(...boxes.map((box) => box.width));
      const height = Math.max(...boxes.map((box) => box.height));
      return { width, height, name: element.outerHTML.slice(0, 120) };
    })
    .filter(({ width, height }) => Math.min(width, height) < ${LEAST})
    .map(({ width, height, name }) => Math.round(width) + ' × ' + Math.round(height) + ': ' + name);
})`;

/**
 * The controls that are smaller than a finger wants them, in a sentence each.
 *
 * @param root an expression for what they are looked for in, if not the document
 */
export function smallTargetsIn(view: View, root = 'document'): Promise<string[]> {
  return view.evaluate<string[]>(`${TOO_SMALL}(${root})`);
}

/** More than a person ever presses Tab for. */
const STOPS = 80;

const LOOK_OF_FOCUS = `(async () => {
  // The key's own work first.
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  const element = document.activeElement;
  // Past the last control it is the browser's own that has it.
  if (!element || element === document.body || !element.matches(':focus')) return undefined;
  for (const animation of element.getAnimations()) animation.finish();
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
  // Each is numbered: others can look the same.
  element.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
  const { stop } = element.dataset;
  return { stop, isSeen: hasOutline || boxShadow !== 'none', name: element.outerHTML.slice(0, 120) };
})()`;

interface FocusStop {
  readonly stop: string;
  readonly isSeen: boolean;
  readonly name: string;
}

/** Goes through a document by the keyboard. @returns what has the focus without showing it, in a sentence each */
export async function unseenFocusIn(view: View): Promise<string[]> {
  // From the last control, Tab leads to the browser's own.
  const forwards = await walk(view, 'Tab');
  const stops = forwards.length > 0 ? forwards : await walk(view, 'Shift+Tab');
  if (stops.length === 0) throw new Error('no key leads anywhere');
  return stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name);
}

async function walk(view: View, key: string): Promise<readonly FocusStop[]> {
  const seen = new Map<string, FocusStop>();
  while (seen.size < STOPS) {
    await view.press(key);
    const at = await view.evaluate<FocusStop | undefined>(LOOK_OF_FOCUS);
    if (!at || seen.has(at.stop)) break;
    seen.set(at.stop, at);
  }
  return [...seen.values()];
}

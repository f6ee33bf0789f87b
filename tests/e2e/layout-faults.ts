import type { View } from '../drivers/driver.ts';

/** What a person would see that is wrong with the words on a page, each in words. */
export interface LayoutFaults {
  readonly direction: string;
  /** Text that is cut off, that stands outside its box, or a page that scrolls sideways. */
  readonly cut: readonly string[];
  /** Rows whose first part does not stand where the language begins. */
  readonly notMirrored: readonly string[];
  /** Texts and names with plain letters in them, but for those that are marked as written by others. */
  readonly plain: readonly string[];
}

/** Reads a page as it stands. Runs in it: nothing here may come from outside. */
function read(): LayoutFaults {
  const root = document.documentElement;
  /** Letters of the languages that nobody speaks. A single one of Arabic may stand between names. */
  const OURS = /[\u00C0-\u024F\u1E00-\u1EFF]|[\u0600-\u06FF]{2}/;
  const { direction } = getComputedStyle(root);
  const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      // For screen readers alone.
      (element.clientWidth > 1 || element.clientHeight > 1 || element.getClientRects().length > 1),
  );
  const nameOf = (element: Element) =>
    `${element.localName}.${element.className} "${(element.textContent ?? '').trim().slice(0, 60)}"`;
  const textsOf = (element: Element) =>
    [...element.childNodes].filter(
      (node): node is Text => node instanceof Text && node.data.trim() !== '',
    );

  const cut: string[] = [];
  if (root.scrollWidth > root.clientWidth) {
    cut.push(`the page is ${root.scrollWidth} wide, of ${root.clientWidth}`);
  }
  for (const element of shown) {
    // What others wrote may be shortened where all of it can be read elsewhere; our own words may not.
    const isOurs = OURS.test(element.textContent ?? '');
    if (!isOurs || element.closest('select, svg, math')) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) {
      cut.push(`cut off: ${nameOf(element)}`);
    }
    if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1) {
      cut.push(`cut off below: ${nameOf(element)}`);
    }
    const box = element.getBoundingClientRect();
    for (const text of textsOf(element)) {
      if (getComputedStyle(element).display === 'inline') continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const words = range.getBoundingClientRect();
      const isOutside = words.left < box.left - 1 || words.right > box.right + 1;
      if (isOutside && overflowX === 'visible') cut.push(`outside its box: ${nameOf(element)}`);
    }
  }

  const notMirrored: string[] = [];
  for (const element of shown) {
    const { display, flexDirection } = getComputedStyle(element);
    if (!/^(inline-)?flex$/.test(display) || flexDirection !== 'row') continue;
    const parts = [...element.children]
      .filter((child) => !/absolute|fixed/.test(getComputedStyle(child).position))
      .map((child) => child.getBoundingClientRect())
      .filter(({ width }) => width > 0);
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last || first === last || first.bottom <= last.top) continue;
    const isMirrored = direction === 'rtl' ? first.left > last.left : first.left < last.left;
    if (!isMirrored) notMirrored.push(nameOf(element));
  }

  const ours = shown.filter(
    (element) => !element.closest('[dir="auto"], [dir="ltr"], bdi, code, kbd'),
  );
  const names = shown.flatMap((element) =>
    ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
  );
  const texts = ours.flatMap((element) => textsOf(element).map(({ data }) => data.trim()));
  const plain = [...names, ...texts, document.title].filter((text) => /[A-Za-z]{2}/.test(text));
  return { direction, cut, notMirrored, plain: [...new Set(plain)] };
}

/** What is wrong with the words on a page and where they stand. */
export function layoutFaults(view: View): Promise<LayoutFaults> {
  return view.evaluate<LayoutFaults>(`(${read.toString()})()`);
}

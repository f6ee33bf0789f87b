/** Selects from the start of one element to the end of another, as a drag of the pointer would. */
export function selectExpression(startSelector: string, endSelector = startSelector): string {
  return `(() => {
    const [start, end] = ${JSON.stringify([startSelector, endSelector])}.map((selector) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error('No element ' + selector);
      return element;
    });
    start.scrollIntoView({ block: 'center' });
    if (start === end && typeof start.select === 'function') { start.focus(); start.select(); return; }
    const range = document.createRange();
    range.setStartBefore(start.firstChild ?? start);
    range.setEndAfter(end.lastChild ?? end);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  })()`;
}

/**
 * Where to right-click, in screen pixels: on selected text inside the element when there is some,
 * because a right-click elsewhere drops the selection; else in the middle of the element.
 * Firefox tells where the page begins. In Chromium the browser's own controls stand above it, and
 * its panel may stand to the right.
 */
export function rightClickPoint(
  selector: string,
  at?: { readonly x: number; readonly y: number },
): string {
  return `(() => {
    const at = ${JSON.stringify(at ?? null)};
    const element = document.querySelector(${JSON.stringify(selector)});
    if (!element) throw new Error('No element ' + ${JSON.stringify(selector)});
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    const isField = typeof element.select === 'function';
    const selection = getSelection();
    const rects = !isField && selection.rangeCount > 0 ? [...selection.getRangeAt(0).getClientRects()] : [];
    const inside = rects.find((rect) => rect.width > 4 && rect.height > 4 &&
      rect.top >= box.top - 1 && rect.bottom <= box.bottom + 1 && rect.left >= box.left - 1);
    const x = at ? box.left + at.x : inside ? inside.left + Math.min(inside.width / 2, 20) : isField ? box.left + 20 : box.left + box.width / 2;
    const y = at ? box.top + at.y : inside ? inside.top + inside.height / 2 : isField ? box.top + Math.min(box.height / 2, 14) : box.top + box.height / 2;
    const [left, top] = 'mozInnerScreenX' in window
      ? [mozInnerScreenX, mozInnerScreenY]
      : [screenX, screenY + outerHeight - innerHeight];
    return { x: Math.round(left + x), y: Math.round(top + y) };
  })()`;
}

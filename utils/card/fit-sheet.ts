/**
 * A style sheet of our pages as it fits a card. What they say of the page is for the card's outermost
 * element, which a page of others can't reach; `rem` is the size that the person has chosen in the browser,
 * not the one of the page.
 *
 * @param rem in CSS pixels
 */
export function fitSheet(sheet: string, rem: number): string {
  return sheet
    .replaceAll(':root', '.card-root')
    .replaceAll(/(?<![\w.#-])(\d*\.?\d+)rem\b/g, (_, count: string) => `${Number(count) * rem}px`);
}

/** The item that a key goes to, around the ends; `undefined` for keys that go nowhere. */
export function nextItem(
  items: readonly HTMLElement[],
  from: Element | null,
  key: string,
): HTMLElement | undefined {
  const index = items.findIndex((item) => item === from);
  switch (key) {
    case 'ArrowDown':
      return items[(index + 1) % items.length];
    case 'ArrowUp':
      return items.at(index < 0 ? -1 : index - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}

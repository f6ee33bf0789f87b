/** Moves the focus through the rows of the history by arrow keys, from the search to the first and back. */
export function onRowKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.isComposing || event.defaultPrevented) return;
  const search = event.currentTarget.querySelector<HTMLElement>('input[type=search]');
  const rows = event.currentTarget.querySelectorAll<HTMLElement>('.history-open');
  const stops = [...(search ? [search] : []), ...rows];
  const from = stops.findIndex((stop) => stop === document.activeElement);
  const next = from < 0 ? undefined : stops[from + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

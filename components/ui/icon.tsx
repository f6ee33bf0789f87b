/** Drawn by us on a grid of 16, in strokes of 1.5. */
const PATHS = {
  check: 'M3 8.5 6.5 12 13 4.5',
  chevron: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M6 6h7v7H6zM3.5 10V3H10',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  move: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  send: 'M8 13V3.5M3.5 8 8 3.5 12.5 8',
} as const;

/** A drawing that stands for words beside it. */
export type IconName = keyof typeof PATHS;

/** A small drawing in the colour of its text. Decorative: words say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

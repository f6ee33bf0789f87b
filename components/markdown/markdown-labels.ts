/** The words a rendered answer needs. Keep the same object while nothing in it changes. */
export interface MarkdownLabels {
  /** Where an answer was continued after it had broken off. */
  readonly seam: string;
  /** What stands in for an image, which is never loaded. `host` is empty if its address is refused. */
  readonly image: (alt: string, host: string) => string;
  /** Accessible name of the region in which a wide table scrolls. */
  readonly table: string;
  /** Text of the button on a code block; without it, or without `onCopyCode`, there is none. */
  readonly copyCode?: string;
  /** What to do with the text of a code block. */
  readonly onCopyCode?: (code: string) => void;
}

/** Props of everything that renders one token of type `T`. */
export interface TokenProps<T> {
  readonly token: T;
  readonly labels: MarkdownLabels;
}

import type { ImageWords } from '@/utils/markdown/image-words';

/** The words a rendered answer needs. Keep the same object while nothing in it changes. */
export interface MarkdownLabels {
  /** Where an answer was continued after it had broken off. */
  readonly seam: string;
  readonly image: ImageWords;
  /** Accessible name of the region in which a wide table scrolls. */
  readonly table: string;
  /** Accessible name of the group in which a wide formula scrolls. */
  readonly formula: string;
  /** Text of the button on a code block; without it there is none. */
  readonly copyCode?: string;
}

/** Props of everything that renders one token of type `T`. */
export interface TokenProps<T> {
  readonly token: T;
  readonly labels: MarkdownLabels;
}

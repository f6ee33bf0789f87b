import type { View } from '../../tests/drivers/driver.ts';
import type { Scene } from './scene.ts';

/** Where Companion shows itself, in the order of the index. */
export const SURFACES = ['welcome', 'popup', 'panel', 'card', 'options'] as const;

export type Surface = (typeof SURFACES)[number];

/** One screen in one state. */
export interface Screen {
  readonly surface: Surface;
  /** Unique in its surface, and the name of its pictures. */
  readonly name: string;
  /** What it answers to somebody who has never seen it: stands first in the index. */
  readonly answers?: 'Who gets my text?' | 'What did it cost?' | 'What do I do now?';
  /** One of many that differ by words alone: light and dark are enough. */
  readonly isPlain?: boolean;
  /** Stands in the browser's own popup or in a web page, at the size that it has there. */
  readonly isReal?: boolean;
  /** Brings it onto a page. */
  readonly show: (scene: Scene) => Promise<View>;
  /**
   * Done with each look, on a page that is shown anew: what opens is placed by the size of the window that it
   * opens in.
   */
  readonly act?: (view: View, scene: Scene) => Promise<void>;
  /** Takes back what would show on the next screens. */
  readonly leave?: (scene: Scene) => Promise<void>;
}

/** Screens that come after the same beginning, in this order. */
export interface Act {
  readonly name: string;
  /** Leads from the act before to this one. */
  readonly begin?: (scene: Scene) => Promise<void>;
  readonly screens: readonly Screen[];
}

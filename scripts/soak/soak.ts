import type { BrowserSession } from '../../tests/drivers/driver.ts';
import type { Hub } from '../../tests/hub/hub.ts';
import type { BackgroundLine } from './background-line.ts';
import type { Chance } from './chance.ts';
import type { Diary } from './diary.ts';
import type { RunWatch } from './run-watch.ts';

/** What all parts of a soak work with. */
export interface Soak {
  readonly hub: Hub;
  readonly browser: BrowserSession;
  readonly line: BackgroundLine;
  readonly watch: RunWatch;
  readonly chance: Chance;
  readonly diary: Diary;
  /** Ids of the browser's windows. */
  readonly windows: readonly [number, ...number[]];
  /** How many runs to start. */
  readonly goal: number;
}

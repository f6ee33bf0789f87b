import type { BenchCase } from '../bench-case.ts';
import { firstWord } from './first-word.ts';
import { history } from './history.ts';
import { longAnswer } from './long-answer.ts';
import { menuClick } from './menu-click.ts';
import { pageLoad } from './page-load.ts';
import { panel } from './panel.ts';
import { popup } from './popup.ts';
import { threeStreams } from './three-streams.ts';

/** In the order in which they run; the last leaves windows open. */
export const CASES: readonly BenchCase[] = [
  pageLoad,
  popup,
  panel,
  menuClick,
  firstWord,
  longAnswer,
  history,
  threeStreams,
];

import type { Act } from '../screen.ts';
import { CARD } from './card.ts';
import { ALL_ERRORS } from './errors.ts';
import { HISTORY } from './history.ts';
import { OPTIONS } from './options.ts';
import { PANEL } from './panel.ts';
import { POPUP } from './popup.ts';
import { SETUP, SIGNED_OUT } from './signed-out.ts';
import { WELCOME } from './welcome.ts';

/** Everything there is to see, in the order in which it can be reached. */
export const ACTS: readonly Act[] = [
  SETUP,
  SIGNED_OUT,

  POPUP,
  WELCOME,
  PANEL,
  ALL_ERRORS,
  HISTORY,
  CARD,
  OPTIONS,
];

import type { Note } from './observation.ts';
import type { Question } from './questions.ts';
import type { Walk } from './walk-state.ts';

/** One question and how it is put to the service. */
export interface Step {
  readonly question: Question;
  /** Told to the person before it begins: what happens, what is sent and what it costs. */
  readonly about: string;
  /** Notes what it sees. What it throws is noted too, and the walk goes on. */
  run(walk: Walk, note: Note): Promise<void>;
}

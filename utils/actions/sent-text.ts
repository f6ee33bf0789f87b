import type { Run } from '@/utils/runs/run';
import { createMask, NO_MASK, type Mask } from '../text/create-mask.ts';
import { repairText } from '../text/repair-text.ts';

/** What of a run its request is made of. */
export type SentRun = Pick<
  Run,
  | 'id'
  | 'conversation'
  | 'action'
  | 'text'
  | 'question'
  | 'surroundings'
  | 'brief'
  | 'choice'
  | 'sentCharacters'
  | 'droppedTurns'
  | 'answer'
  | 'seams'
>;

/** The text of a run as it is sent, but for the mask: whole, and mended if it is to be. */
export function mendedText({ text, brief }: Pick<Run, 'text' | 'brief'>): string {
  return brief?.isRepaired ? repairText(text) : text;
}

/** The same as far as it was sent. A cut is counted in the masked text, so that no value is cut in two. */
export function plainSentText(run: SentRun): string {
  const mended = mendedText(run);
  if (isWhole(run)) return mended;
  const mask = maskOf(run, []);
  return mask.reveal(mask.hide(mended).slice(0, run.sentCharacters));
}

/** How many characters a run says were sent: those of its text, where that went whole, else of what went. */
export function sentCharactersOf(
  { text }: Pick<Run, 'text'>,
  fitting: string,
  isCut: boolean,
): number {
  return isCut ? Math.min(fitting.length, text.length - 1) : text.length;
}

/** What of an answer is gone on with; empty where nothing is. */
export function begunAnswer({ answer, seams }: Pick<Run, 'answer' | 'seams'>): string {
  return answer.slice(0, seams.at(-1) ?? 0);
}

/** The mask of all that a run sends, its conversation included. It is the same each time it is made. */
export function maskOf(run: SentRun, earlier: readonly SentRun[]): Mask {
  if (!run.brief?.isMasked) return NO_MASK;
  return createMask(
    [...earlier, run].flatMap((turn) => {
      const { surroundings, question = '' } = turn;
      const answer = turn === run ? begunAnswer(run) : turn.answer;
      const around = surroundings ? [surroundings.sentence, surroundings.title] : [];
      return [mendedText(turn), ...around, question, answer];
    }),
  );
}

function isWhole({ text, sentCharacters }: SentRun): boolean {
  return sentCharacters === undefined || sentCharacters >= text.length;
}

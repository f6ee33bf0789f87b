import { maskOf } from '@/utils/actions/sent-text';
import type { AnswerDelta } from '@/utils/inference/split-thinking';
import { revealStream } from '@/utils/text/reveal-stream';
import { joinAnswers } from './join-answers';
import type { Run } from './run';

/** What comes of an answer, as it is shown and kept. */
export interface AnswerReveal {
  push(delta: AnswerDelta): AnswerDelta;
  /** No more will come. @returns what was held back */
  end(): AnswerDelta;
}

/**
 * Makes what a model writes into what the person reads: with the values back that were masked, and joined to
 * the answer that it goes on with.
 *
 * @param run as it is sent
 * @param earlier the turns before it of its conversation
 */
export function revealAnswer(run: Run, earlier: readonly Run[]): AnswerReveal {
  const mask = maskOf(run, earlier);
  const text = revealStream(mask);
  const reasoning = revealStream(mask);
  const joint = joinAnswers(run.answer);
  return {
    push: (delta) => ({
      text: joint.push(text.push(delta.text)),
      reasoning: reasoning.push(delta.reasoning),
    }),
    end: () => ({ text: joint.push(text.end()) + joint.end(), reasoning: reasoning.end() }),
  };
}

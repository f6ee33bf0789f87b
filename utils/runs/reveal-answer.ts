import { maskOf } from '@/utils/actions/sent-text';
import type { AnswerDelta } from '@/utils/inference/split-thinking';
import { revealStream } from '@/utils/text/reveal-stream';
import { joinAnswers } from './join-answers';
import type { Run } from './run';

/** Takes an answer as it comes. */
export interface AnswerReveal {
  push(delta: AnswerDelta): void;
  /** No more will come: what was held back is given out. */
  end(): void;
}

/**
 * Makes what a model writes into what the person reads: with the values back that were masked, and joined to
 * the answer that it goes on with.
 *
 * @param run as it is sent
 * @param earlier the turns before it of its conversation
 * @param give hears what can be shown and kept by now
 */
export function revealAnswer(
  run: Run,
  earlier: readonly Run[],
  give: (grown: AnswerDelta) => void,
): AnswerReveal {
  const mask = maskOf(run, earlier);
  const text = revealStream(mask);
  const reasoning = revealStream(mask);
  const joint = joinAnswers(run.answer);
  const add = (grown: AnswerDelta) => {
    if (grown.text + grown.reasoning !== '') give(grown);
  };
  return {
    push: (delta) =>
      add({ text: joint.push(text.push(delta.text)), reasoning: reasoning.push(delta.reasoning) }),
    end: () => add({ text: joint.push(text.end()) + joint.end(), reasoning: reasoning.end() }),
  };
}

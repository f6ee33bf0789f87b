/** Models that go on often repeat the end of what they were given; more than this nobody repeats. */
const LONGEST_OVERLAP = 200;

/** Shorter ones may be meant: "very very". */
const SHORTEST_OVERLAP = 8;

/** In scripts without spaces a character says more. */
const SHORTEST_DENSE_OVERLAP = 4;

const WORD = /[\p{L}\p{N}]/u;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Takes a continuation as it comes, and gives out what is new in it. */
export interface AnswerJoint {
  /** @returns what can be shown now; empty while it may still be a repetition */
  push(text: string): string;
  /** The continuation is over. @returns what was held back */
  end(): string;
}

/**
 * Joins a continuation to the answer it goes on from, without what it repeats of its end: at most 200
 * characters, only from the beginning of a word on, and never so few that they may be meant.
 */
export function joinAnswers(answer: string): AnswerJoint {
  const tail = answer.slice(-LONGEST_OVERLAP);
  let held = '';
  let isJoined = tail === '';
  const join = () => {
    isJoined = true;
    return held.slice(overlapOf(tail, held));
  };
  return {
    push: (text) => {
      if (isJoined) return text;
      held += text;
      return mayStillRepeat(tail, held) ? '' : join();
    },
    end: () => (isJoined ? '' : join()),
  };
}

/** True while more text could make the repetition longer. */
function mayStillRepeat(tail: string, held: string): boolean {
  return held.length < tail.length && tail.slice(0, -1).includes(held);
}

function overlapOf(tail: string, next: string): number {
  for (let length = Math.min(tail.length, next.length); length > 0; length -= 1) {
    const repeated = next.slice(0, length);
    if (tail.endsWith(repeated) && isRepetition(tail, repeated)) return length;
  }
  return 0;
}

function isRepetition(tail: string, repeated: string): boolean {
  if (!WORD.test(repeated)) return false;
  const isDense = DENSE.test(repeated);
  const before = tail.at(-repeated.length - 1) ?? ' ';
  if (!isDense && WORD.test(before) && WORD.test(repeated[0] ?? '')) return false;
  if (repeated.length >= (isDense ? SHORTEST_DENSE_OVERLAP : SHORTEST_OVERLAP)) return true;
  // A word begun twice with nothing between, as in "ligh" and "light", is hardly ever meant.
  return !isDense && /\p{L}{3}$/u.test(repeated);
}

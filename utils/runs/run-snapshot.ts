import type { Run, RunHead, RunSnapshot } from './run';

/** Characters of the text that a viewer gets to quote. */
const QUOTE_LENGTH = 4_000;

/** What viewers are told of a run. JSON-safe: it crosses a port. */
export function toSnapshot(run: Run): RunSnapshot {
  return { ...toHead(run), answer: run.answer, reasoning: run.reasoning };
}

/** The same without what grows. */
export function toHead(run: Run): RunHead {
  return {
    id: run.id,
    action: run.action,
    quote: run.text.slice(0, QUOTE_LENGTH),
    textLength: run.text.length,
    isSelectionCut: run.isSelectionCut,
    sentCharacters: run.sentCharacters ?? null,
    page: run.page ?? null,
    question: run.question ?? null,
    choice: run.choice ?? null,
    ownChoice: run.override?.choice ?? null,
    surroundings: run.surroundings ?? null,
    brief: run.brief ?? null,
    receipt: run.receipt ?? null,
    droppedTurns: run.droppedTurns,
    seams: run.seams,
    underWaySince: run.underWaySince,
    state: run.state,
  };
}

import type { Run, RunSnapshot } from '@/utils/runs/run';

/** A run that has just begun, with what differs. */
export function run(id: string, change: Partial<Run> = {}): Run {
  return {
    id,
    startedAt: 1,
    windowId: 1,
    isPrivate: false,
    action: 'summarize',
    conversation: change.id ?? id,
    owner: undefined,
    page: undefined,
    text: 'A text.',
    isSelectionCut: false,
    question: undefined,
    confirmed: undefined,
    override: undefined,
    surroundings: undefined,
    brief: undefined,
    receipt: undefined,
    choice: undefined,
    sentCharacters: undefined,
    droppedTurns: 0,
    answer: '',
    reasoning: '',
    seams: [],
    underWaySince: 1,
    isRead: false,
    state: { kind: 'preparing' },
    ...change,
  };
}

/** What a view is told of a run, with what differs. */
export function snapshot(change: Partial<RunSnapshot> = {}): RunSnapshot {
  return {
    id: '1a2b3c4d-0000-4000-8000-123456789abc',
    action: 'summarize',
    quote: 'A text.',
    textLength: 7,
    isSelectionCut: false,
    sentCharacters: 7,
    page: null,
    question: null,
    choice: { model: 'org/model' },
    ownChoice: null,
    surroundings: null,
    brief: null,
    receipt: null,
    droppedTurns: 0,
    seams: [],
    underWaySince: 1,
    answer: '',
    reasoning: '',
    state: { kind: 'streaming' },
    ...change,
  };
}

import type { Run, RunSnapshot } from '@/utils/runs/run';

/** A run that has just begun, with what differs. */
export function run(id: string, change: Partial<Run> = {}): Run {
  return {
    id,
    windowId: 1,
    action: 'summarize',
    owner: undefined,
    text: 'A text.',
    isSelectionCut: false,
    question: undefined,
    confirmed: undefined,
    model: undefined,
    sentCharacters: undefined,
    answer: '',
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
    question: null,
    model: 'org/model',
    answer: '',
    state: { kind: 'streaming' },
    ...change,
  };
}

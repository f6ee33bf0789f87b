import type { ExportedRun } from '@/utils/history/exported-run';

/** A run as it is in a file. */
export function exportedRun(id: string): ExportedRun {
  return {
    id,
    startedAt: 1,
    conversation: id,
    action: 'summarize',
    quote: 'A text.',
    textLength: 7,
    isSelectionCut: false,
    droppedTurns: 0,
    seams: [],
    preview: `Answer ${id}`,
    text: 'A text.',
    answer: `Answer ${id}`,
    reasoning: '',
    state: { kind: 'done', finish: 'stop' },
  };
}

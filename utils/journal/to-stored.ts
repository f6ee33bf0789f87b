import * as v from 'valibot';
import { hasEnded, type Run } from '@/utils/runs/run';
import { storedRunSchema, type StoredRun } from './stored-run';

/** Characters of text and answer that a list of runs shows. */
const GLIMPSE = 300;

/** What is kept of a run besides its long texts. */
export function toStored(run: Run): StoredRun {
  const isOver = hasEnded(run.state);
  return {
    startedAt: run.startedAt,
    id: run.id,
    conversation: run.conversation,
    action: run.action,
    windowId: run.windowId,
    page: run.page,
    quote: glimpse(run.text),
    textLength: run.text.length,
    isSelectionCut: run.isSelectionCut,
    question: run.question,
    confirmed: run.confirmed,
    override: run.override,
    surroundings: run.surroundings,
    brief: run.brief,
    receipt: run.receipt,
    choice: run.choice,
    sentCharacters: run.sentCharacters,
    droppedTurns: run.droppedTurns,
    seams: [...run.seams],
    preview: isOver ? glimpse(withoutMarks(run.answer.slice(0, 2 * GLIMPSE))) : '',
    state: run.state,
    // Indexes have no place for what is absent.
    ...(isOver ? {} : { underWay: 1 }),
    ...(run.isRead ? {} : { unread: 1 }),
  };
}

/**
 * The run that was kept.
 *
 * @returns `undefined` for what is no run
 */
export function fromStored(
  stored: unknown,
  texts: Pick<Run, 'text' | 'answer' | 'reasoning'>,
  owner: string,
): Run | undefined {
  const parsed = v.safeParse(storedRunSchema, stored);
  if (!parsed.success) return undefined;
  const { id, startedAt, windowId, action, conversation, isSelectionCut, droppedTurns, seams } =
    parsed.output;
  const { page, question, confirmed, override, surroundings, brief, receipt } = parsed.output;
  const { choice, sentCharacters, state, unread } = parsed.output;
  return {
    id,
    startedAt,
    windowId,
    action,
    conversation,
    isSelectionCut,
    droppedTurns,
    seams,
    page,
    question,
    confirmed,
    override,
    surroundings,
    brief,
    receipt,
    choice,
    sentCharacters,
    state,
    ...texts,
    owner,
    isPrivate: false,
    underWaySince: startedAt,
    isRead: unread === undefined,
  };
}

/** Marks of Markdown say nothing on one line. */
function withoutMarks(text: string): string {
  return text.replace(/\*\*|__|`+|^\s*(?:[#>]+|[-*+]|\d+\.)\s/gm, '');
}

function glimpse(text: string): string {
  // A little more first: white space goes.
  return text
    .slice(0, 2 * GLIMPSE)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, GLIMPSE);
}

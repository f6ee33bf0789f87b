import * as v from 'valibot';
import { ACTION_IDS } from '@/utils/actions/action';
import type { Run, RunState } from './run';

/** A run as kept in `storage.session`; its answer is beside it, under a key of its own. */
const runRecordSchema = v.object({
  id: v.string(),
  windowId: v.number(),
  action: v.picklist(ACTION_IDS),
  owner: v.optional(v.string()),
  text: v.string(),
  isSelectionCut: v.boolean(),
  question: v.optional(v.string()),
  confirmed: v.optional(v.object({ model: v.string(), characters: v.number() })),
  model: v.optional(v.string()),
  sentCharacters: v.optional(v.number()),
  // Only this version's background writes it: the area does not outlive an update.
  state: v.custom<RunState>(
    (value) => typeof value === 'object' && value !== null && 'kind' in value,
  ),
});

/** What is stored of a run. */
export function toRecord(run: Run): Omit<Run, 'answer'> {
  const { answer: _, ...record } = run;
  return record;
}

/**
 * A stored run, as it is after the background was stopped: one that was under way is interrupted, with
 * the text that had come.
 *
 * @returns `undefined` for what is no run
 */
export function fromRecord(record: unknown, answer: unknown): Run | undefined {
  const parsed = v.safeParse(runRecordSchema, record);
  if (!parsed.success) return undefined;
  const { owner, question, confirmed, model, sentCharacters, state, ...others } = parsed.output;
  const isUnderWay = state.kind === 'preparing' || state.kind === 'streaming';
  return {
    ...others,
    owner,
    question,
    confirmed,
    model,
    sentCharacters,
    answer: typeof answer === 'string' ? answer : '',
    state: isUnderWay ? { kind: 'failed', error: { kind: 'interrupted' } } : state,
  };
}

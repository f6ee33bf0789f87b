import type { ActionId } from '@/utils/actions/action';
import { isUnderWay, type Run, type RunOverride, type RunPage } from './run';

/** A selection as it was read again. */
interface ReadSelection {
  text: string;
  isCut: boolean;
  /** Why it is not taken: a secret, or in a field that could not be looked at. */
  withheld?: 'secret-field' | 'unseen-field';
}

/** Whose views show a run. */
export interface RunPlace {
  windowId: number;
  /** It is a private window. */
  isPrivate: boolean;
}

/** What starts a run. */
export interface RunInput extends RunPlace {
  action: ActionId;
  text: string;
  question?: string | undefined;
  page?: RunPage | undefined;
  /** For this run alone, in place of what the account has chosen. */
  override?: RunOverride | undefined;
  /** Reads the selection again, to keep its lines; `text` stands until it answers. */
  readSelection?: () => Promise<ReadSelection>;
}

/**
 * Makes the run of an input.
 *
 * @param conversation the conversation that it goes on with; without, it begins one
 */
export function createRun(
  { windowId, isPrivate, action, text, question, page, override }: RunInput,
  { owner, startedAt }: { owner: string | undefined; startedAt: number },
  conversation?: string,
): Run {
  const id = crypto.randomUUID();
  return {
    id,
    startedAt,
    windowId,
    isPrivate,
    action,
    conversation: conversation ?? id,
    owner,
    // A private window leaves no trace of where it was.
    page: isPrivate ? undefined : page,
    text,
    isSelectionCut: false,
    question,
    confirmed: undefined,
    override,
    surroundings: undefined,
    brief: undefined,
    receipt: undefined,
    choice: undefined,
    sentCharacters: undefined,
    droppedTurns: 0,
    answer: '',
    reasoning: '',
    seams: [],
    isRead: false,
    state: { kind: 'preparing' },
  };
}

/** What comes of a private run stays private, wherever it is asked for. */
export function withPrivacyOf(run: Run, input: RunInput): RunInput {
  return { ...input, isPrivate: input.isPrivate || run.isPrivate };
}

/** True when the same is asked for again while it is under way: a second click. */
export function isSameUnderWay(run: Run, { action, text, question }: RunInput): boolean {
  return (
    isUnderWay(run.state) && run.action === action && run.text === text && run.question === question
  );
}

/** True when two runs are to use the same. */
export function isSameOverride(a: RunOverride = {}, b: RunOverride = {}): boolean {
  return (
    a.billTo === b.billTo &&
    (['model', 'provider', 'endpoint'] as const).every((key) => a.choice?.[key] === b.choice?.[key])
  );
}

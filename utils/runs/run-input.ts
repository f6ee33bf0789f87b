import type { ActionId } from '@/utils/actions/action';
import { UNDETERMINED } from '@/utils/actions/language-name';
import { isWordOrTwo } from '@/utils/text/is-word-or-two';
import { repairText } from '@/utils/text/repair-text';
import {
  isUnderWay,
  type Brief,
  type Run,
  type RunOverride,
  type RunPage,
  type Surroundings,
} from './run';

/** A selection as it was read again. */
interface ReadSelection {
  text: string;
  isCut: boolean;
  surroundings?: Surroundings | undefined;
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
  /** Taken where a word or two are to be explained. */
  surroundings?: Surroundings | undefined;
  /** Where it is decided already how the text is sent. */
  brief?: Brief | undefined;
  /** Reads the selection again, to keep its lines; `text` stands until it answers. */
  readSelection?: () => Promise<ReadSelection>;
}

/**
 * Makes the run of an input.
 *
 * @param conversation the conversation that it goes on with; without, it begins one
 */
export function createRun(
  input: RunInput,
  { owner, startedAt }: { owner: string | undefined; startedAt: number },
  conversation?: string,
): Run {
  const { windowId, isPrivate, action, text, question, page, override, brief } = input;
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
    surroundings: neededSurroundings(action, text, input.surroundings),
    brief,
    receipt: undefined,
    choice: undefined,
    sentCharacters: undefined,
    droppedTurns: 0,
    answer: '',
    reasoning: '',
    seams: [],
    underWaySince: startedAt,
    isRead: false,
    state: { kind: 'preparing' },
  };
}

/** What a selection that was read again changes of its run. */
export function changeBy(
  { text, isCut, surroundings }: ReadSelection,
  action: ActionId,
): Pick<Run, 'text' | 'isSelectionCut' | 'surroundings'> {
  const around = neededSurroundings(action, text, surroundings);
  return { text, isSelectionCut: isCut, surroundings: around };
}

/** What goes along of what stands around a text: only words that are to be explained need it. */
function neededSurroundings(
  action: ActionId,
  text: string,
  surroundings: Surroundings | undefined,
): Surroundings | undefined {
  return action === 'explain' && isWordOrTwo(text) ? surroundings : undefined;
}

/** The input of a run, to do the same again but for some of it. What comes of a private run stays private. */
export function sameAgain(run: Run, place: RunPlace, change: Partial<RunInput>): RunInput {
  const { action, text, question, page, surroundings, override } = run;
  const isPrivate = place.isPrivate || run.isPrivate;
  const same = { ...place, action, text, question, page, surroundings, override };
  return { ...same, ...change, isPrivate };
}

/**
 * The input of one more question in the conversation of a run. What has gone to an own endpoint alone stays
 * there, whatever was chosen since.
 */
export function followUpTo(run: Run, place: RunPlace, question: string): RunInput {
  const { choice, override } = run;
  const isOwn = choice?.endpoint !== undefined;
  const asked = { action: 'ask', text: '', question } as const;
  return sameAgain(run, place, { ...asked, override: isOwn ? { ...override, choice } : override });
}

/** The input of a run for a text that the person has edited, which goes as it is. */
export function sameEdited(run: Run, brief: Brief, place: RunPlace, text: string): RunInput {
  // A sentence without the word would only tell what the person has taken out.
  const isAround = run.surroundings?.sentence.includes(text.trim());
  const surroundings = isAround ? run.surroundings : undefined;
  // The text may be in another language now.
  const undecided = { ...brief, language: UNDETERMINED, otherwise: undefined, isRepaired: false };
  return sameAgain(run, place, { text, surroundings, brief: undecided });
}

/** The brief of a run whose text goes as the person has edited it: what else could be mended was not. */
export function briefOfEdited({ brief, text }: Run): Brief | undefined {
  return brief && !brief.isRepaired && repairText(text) !== text ? brief : undefined;
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
